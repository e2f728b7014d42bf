-- Room care ---------------------------------------------------------------------------------------------------------

-- day: the day whose plan was looked at when the wish was made; lifted_by: the welcome that took its place, so that it comes
-- back when that is taken back. wish: keep_away, ask_first, welcome.
ALTER TABLE wishes ADD COLUMN day BIGINT;
ALTER TABLE wishes ADD COLUMN lifted_by BIGINT;
UPDATE wishes SET day = made_ms / 86400000;

-- What one person lost, as they said it: said is JSON (care/loss.rs). removed_ms: since when it counts no more.
CREATE TABLE losses (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    said TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    changed_ms BIGINT NOT NULL,
    removed_ms BIGINT,
    PRIMARY KEY (library, id)
);
CREATE INDEX losses_by_person ON losses (library, person);

-- How a loss was before each change, so that the change can be taken back.
CREATE TABLE loss_changes (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    loss BIGINT NOT NULL,
    before TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    undone_ms BIGINT,
    PRIMARY KEY (library, id)
);

-- A loss that one person offered to another, as it was then and without wishes. state: open, taken, declined, taken_back.
CREATE TABLE loss_offers (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    to_person BIGINT NOT NULL,
    loss BIGINT NOT NULL,
    said TEXT NOT NULL,
    state TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    PRIMARY KEY (library, id)
);
CREATE INDEX loss_offers_to ON loss_offers (library, to_person);

-- Days that one person made hard days without a loss, as JSON (care/hard_days.rs).
CREATE TABLE hard_days (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    said TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    removed_ms BIGINT,
    PRIMARY KEY (library, id)
);
CREATE INDEX hard_days_by_person ON hard_days (library, person);

-- What was picked for a quiet look on a hard day. source: loss or day; source_id: which of them.
CREATE TABLE quiet_looks (
    library BIGINT NOT NULL,
    person BIGINT NOT NULL,
    source TEXT NOT NULL,
    source_id BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    picked_ms BIGINT NOT NULL,
    PRIMARY KEY (library, person, source, source_id, photo)
);

-- Tender days: nothing is offered from the first day on, up to but not including the last.
CREATE TABLE tender_days (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    until_day BIGINT NOT NULL,
    made_ms BIGINT NOT NULL,
    undone_ms BIGINT,
    PRIMARY KEY (library, id)
);
CREATE INDEX tender_days_by_person ON tender_days (library, person, until_day);

-- How one person wants care to be. caution: whether moments that nobody marked are asked about where signs say so. shows: what
-- their library shows of what is put away: quiet, everything.
CREATE TABLE care_settings (
    library BIGINT NOT NULL,
    person BIGINT NOT NULL,
    caution BIGINT NOT NULL,
    shows TEXT NOT NULL,
    PRIMARY KEY (library, person)
);

-- What was decided, shown and changed for one person, for their eyes alone. said is JSON (care/log.rs): kinds, days, numbers
-- and ids, no words.
CREATE TABLE care_log (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (library, id)
);
CREATE INDEX care_log_by_person ON care_log (library, person, id);

-- Dates that are known roughly are few, and may mean days far from where they lie.
CREATE INDEX photos_roughly_dated ON photos (library, taken_ms) WHERE taken_precision IN ('month', 'year', 'about_year');

-- Places within a radius are looked up by latitude.
CREATE INDEX photos_by_latitude ON photos (library, latitude) WHERE latitude IS NOT NULL;
