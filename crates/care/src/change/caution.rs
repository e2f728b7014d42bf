//! Answering once: what is wanted of pictures with somebody, and that a kind of what caution asks about is fine.

use library::Named;
use model::WishId;

use super::{Change, Undo};
use crate::caution::{Sign, ask_again, say_fine, take_back_fine};
use crate::loss::LossError;
use crate::more::{KeptMore, MoreOf, as_a_loss};
use crate::people_said::{OfPerson, say_of_person, take_back_of_person};
use crate::veil::Subject;
use crate::{CareError, Cleared, HowLong, Scope, Wish};

impl Change<'_, '_> {
    /// Says what is wanted of pictures with somebody, for good or until the next word. Answers by what it is taken back.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn say_of_person(&mut self, person: &Cleared<Named>, said: OfPerson) -> Result<Undo, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let id = say_of_person(self.visit.tx, viewer, person.id, said, at)?;
        self.visit.weigh_anew();
        Ok(self.name(Subject::PersonSaid(id)))
    }

    /// Takes back what was said of somebody. Answers whether there was something to take back.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn take_back_of_person(&mut self, undo: &str) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let Some(Subject::PersonSaid(id)) = self.named(undo) else { return Ok(false) };
        let back = take_back_of_person(self.visit.tx, viewer, id, at)?;
        self.visit.weigh_anew();
        Ok(back)
    }

    /// Says that a kind of what caution asks about is fine: it asks about none of that any more. Answers by what it is taken back.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn say_fine(&mut self, kind: Sign) -> Result<Undo, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let id = say_fine(self.visit.tx, viewer, kind, at)?;
        self.visit.weigh_anew();
        Ok(self.name(Subject::Fine(id)))
    }

    /// Takes back that a kind is fine. Answers whether there was something to take back.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn take_back_fine(&mut self, undo: &str) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let Some(Subject::Fine(id)) = self.named(undo) else { return Ok(false) };
        let back = take_back_fine(self.visit.tx, viewer, id, at)?;
        self.visit.weigh_anew();
        Ok(back)
    }

    /// Lets caution ask about a kind again that was fine. Answers whether it was.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn ask_again(&mut self, kind: Sign) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let changed = ask_again(self.visit.tx, viewer, kind, at)?;
        self.visit.weigh_anew();
        Ok(changed)
    }

    /// Keeps more away with what that wish put away for good: one of the choices that [`crate::Visit::more_of`] offers. `None` where there
    /// is no such wish or choice.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn keep_more_away(&mut self, wish: WishId, of: MoreOf) -> Result<Option<KeptMore>, LossError> {
        let (viewer, today, at) = (self.visit.viewer(), self.visit.today(), self.visit.at());
        let Some(more) = self.visit.more_of(wish)? else { return Ok(None) };
        match of {
            MoreOf::Day => {
                let Some(day) = more.day else { return Ok(None) };
                let wish = Wish { scope: Scope::Day(day), how_long: HowLong::Never };
                Ok(self.keep_away(wish, today)?.map(KeptMore::Wish))
            }
            MoreOf::Weeks | MoreOf::Place => match as_a_loss(&more, of, today) {
                Some(loss) => Ok(Some(KeptMore::Loss(self.add_loss(loss)?))),
                None => Ok(None),
            },
            MoreOf::Person(person) => {
                if !more.people.iter().any(|(offered, _)| *offered == person) {
                    return Ok(None);
                }
                let away = OfPerson::Away { until: None };
                let id = say_of_person(self.visit.tx, viewer, person, away, at)?;
                self.visit.weigh_anew();
                Ok(Some(KeptMore::Person(self.name(Subject::PersonSaid(id)))))
            }
        }
    }
}
