//! Every column, and who may ever see what is in it. A test compares this list with the schema of both engines.

/// Who may ever see what is in a column. Care and circle decide who does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exposure {
    /// Says nothing of anyone: anybody.
    Public,
    /// People whom the owner let in, where the owner chose so.
    Circle,
    /// The owner, and nobody else.
    Owner,
    /// Nobody; it never leaves the server.
    Secret,
}

use Exposure::{Circle, Owner, Public, Secret};

/// Every table with its columns, in the order of the migrations.
pub const COLUMNS: &[(&str, &[(&str, Exposure)])] = &[
    ("schema_steps", &[("version", Public), ("name", Public)]),
    ("counters", &[("library", Secret), ("name", Secret), ("next", Secret)]),
    ("libraries", &[("library", Owner), ("owner", Owner), ("added_ms", Owner), ("paused_ms", Owner)]),
    ("people", &[("library", Owner), ("id", Circle), ("name", Circle), ("born_day", Circle), ("died_day", Owner)]),
    (
        "folders",
        &[
            ("library", Owner),
            ("id", Owner),
            ("path", Owner),
            ("added_ms", Owner),
            ("looked_ms", Owner),
            ("look", Owner),
        ],
    ),
    (
        "photos",
        &[
            ("library", Owner),
            ("id", Circle),
            ("content", Secret),
            ("bytes", Owner),
            ("format", Circle),
            ("width", Circle),
            ("height", Circle),
            ("orientation", Circle),
            ("duration_ms", Circle),
            ("taken_ms", Circle),
            ("taken_precision", Circle),
            ("taken_offset", Circle),
            ("taken_confidence", Owner),
            ("found_ms", Owner),
            ("found_precision", Owner),
            ("found_offset", Owner),
            ("found_confidence", Owner),
            ("latitude", Owner),
            ("longitude", Owner),
            ("town", Circle),
            ("region", Circle),
            ("country", Circle),
            ("make", Owner),
            ("model", Owner),
            ("software", Owner),
            ("title", Circle),
            ("caption", Circle),
            ("rating", Owner),
            ("favourite", Owner),
            ("genre", Owner),
            ("not_shown", Owner),
            ("not_shown_said", Owner),
            ("shown_width", Circle),
            ("shown_height", Circle),
            ("thumbhash", Circle),
            ("likeness", Secret),
            ("hidden", Owner),
            ("missing", Owner),
            ("left_out", Owner),
            ("removed_ms", Owner),
            ("added_ms", Owner),
        ],
    ),
    (
        "photo_people",
        &[
            ("library", Owner),
            ("photo", Circle),
            ("person", Circle),
            ("x", Circle),
            ("y", Circle),
            ("width", Circle),
            ("height", Circle),
            ("taken_ms", Circle),
        ],
    ),
    ("photo_keywords", &[("library", Owner), ("photo", Circle), ("keyword", Owner)]),
    (
        "files",
        &[
            ("library", Owner),
            ("id", Owner),
            ("path", Owner),
            ("role", Owner),
            ("photo", Owner),
            ("stamp", Secret),
            ("state", Owner),
            ("reason", Owner),
            ("why", Owner),
        ],
    ),
    ("changed_days", &[("library", Secret), ("day", Secret)]),
    (
        "moments",
        &[
            ("library", Owner),
            ("id", Circle),
            ("day", Circle),
            ("month_day", Circle),
            ("night", Secret),
            ("begins_ms", Circle),
            ("ends_ms", Circle),
            ("photos", Circle),
            ("weight", Secret),
            ("town", Circle),
            ("region", Circle),
            ("country", Circle),
        ],
    ),
    (
        "moment_photos",
        &[
            ("library", Owner),
            ("moment", Circle),
            ("rank", Secret),
            ("photo", Circle),
            ("place", Circle),
            ("day", Circle),
            ("burst", Circle),
        ],
    ),
    (
        "wishes",
        &[
            ("library", Owner),
            ("id", Owner),
            ("person", Owner),
            ("wish", Owner),
            ("scope", Owner),
            ("target", Owner),
            ("until_day", Owner),
            ("made_ms", Owner),
            ("lifted_ms", Owner),
        ],
    ),
    ("wish_photos", &[("library", Secret), ("photo", Secret), ("wish", Secret)]),
];
