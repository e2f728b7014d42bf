//! `perennial first`: the first question. Nothing returns before it was answered.

use care::{CareError, FirstVisit};

use crate::failure::Failure;
use crate::output;
use crate::visiting::Visitor;

pub(crate) fn run(visitor: &Visitor, nothing: bool) -> Result<(), Failure> {
    let answered = visitor.change(|change| {
        let before = change.first_visit()?;
        // Whoever said a loss has said something.
        if nothing && before == FirstVisit::Waits {
            change.answer_first_visit(FirstVisit::Nothing)?;
            return Ok::<_, CareError>(FirstVisit::Nothing);
        }
        Ok(before)
    })?;
    output::line(match answered {
        FirstVisit::Waits => {
            "Is there somebody, or a time, you would rather not meet unasked? Say it with `perennial loss add`, or \
             `perennial first --nothing` for nothing now."
        }
        FirstVisit::Nothing => {
            "Memories come as they are. You can say something at any time, with `perennial loss add`."
        }
        FirstVisit::Said => "You said what it is: `perennial loss list` lists it.",
    });
    Ok(())
}
