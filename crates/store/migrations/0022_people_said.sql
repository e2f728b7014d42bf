-- Room care ---------------------------------------------------------------------------------------------------------

-- What one person said of pictures with somebody. about: of whom; wanted: as_they_come, ask_first, away; until_day: the first day on
-- which what stays away is asked about instead; dead_then: whether that they had died was known; ended_ms: since when it was taken back.
-- Of several the last counts that was not.
CREATE TABLE people_said (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    about BIGINT NOT NULL,
    wanted TEXT NOT NULL,
    until_day BIGINT,
    dead_then BIGINT NOT NULL,
    made_ms BIGINT NOT NULL,
    ended_ms BIGINT,
    PRIMARY KEY (library, id)
);
CREATE INDEX people_said_by_person ON people_said (library, person);

-- Which kinds of what caution asks about one person said are fine. kind: words, last_days, may_be_tender.
CREATE TABLE caution_fine (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    kind TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    ended_ms BIGINT,
    PRIMARY KEY (library, id)
);
CREATE INDEX caution_fine_by_person ON caution_fine (library, person);
