//! What was reckoned out of the data, once for each version of them. Whatever is kept here is an answer of the database and no leave to
//! show anything.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

use crate::OfVersion;

/// How many answers are kept at once: a page asks for some twenty.
const MOST: usize = 1_024;

/// What tells answers apart: what was asked, and of whom or what.
pub(crate) type Question = (&'static str, [i64; 4]);

/// The answers of the latest version of the data that anybody saw.
#[derive(Default)]
pub(crate) struct Answers(OfVersion<HashMap<Question, Arc<dyn Any + Send + Sync>>>);

impl Answers {
    /// The answer to a question, as the data were at that version.
    pub(crate) fn known<T: Send + Sync + 'static>(&self, version: i64, question: Question) -> Option<Arc<T>> {
        self.0.at(version, |known| known.get(&question).cloned())??.downcast().ok()
    }

    pub(crate) fn learn<T: Send + Sync + 'static>(&self, version: i64, question: Question, answer: &Arc<T>) {
        let answer: Arc<dyn Any + Send + Sync> = Arc::<T>::clone(answer);
        self.0.at(version, |known| {
            if known.len() >= MOST {
                known.clear();
            }
            known.insert(question, answer);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_known_for_its_question_until_anything_is_written() {
        let (answers, asked) = (Answers::default(), ("a", [1, 2, 3, 4]));
        answers.learn(5, asked, &Arc::new(7_u8));
        assert_eq!(answers.known(5, asked), Some(Arc::new(7_u8)));
        assert_eq!(answers.known::<u8>(5, ("b", [1, 2, 3, 4])), None);
        assert_eq!(answers.known::<u8>(5, ("a", [1, 2, 3, 5])), None);
        assert_eq!(answers.known::<i8>(5, asked), None, "of another kind");
        assert_eq!(answers.known::<u8>(4, asked), None, "an older look is told nothing");
        answers.learn(4, asked, &Arc::new(8_u8));
        assert_eq!(answers.known(5, asked), Some(Arc::new(7_u8)), "and tells nothing");
        answers.learn(6, ("b", [0; 4]), &Arc::new(9_u8));
        assert_eq!(answers.known::<u8>(6, asked), None, "something was written");
        assert_eq!(answers.known::<u8>(5, asked), None);
    }

    #[test]
    fn what_is_known_stays_small_whatever_is_asked() {
        let answers = Answers::default();
        for number in 0..100_000 {
            answers.learn(1, ("a", [number, 0, 0, 0]), &Arc::new(number));
        }
        assert!(answers.0.at(1, |known| known.len()).unwrap() <= MOST);
    }
}
