-- People ------------------------------------------------------------------------------------------------------------

-- name: as people say it; two people may have the same. relation: what they are to the owner, a stable name. not_person: a
-- thing, a pet, a wrong region. merged_into: turned out to be that person. shown_as: whom a photo of them shows after all
-- that: themselves, or whoever they were merged into; nobody when that is not a person.
CREATE TABLE people_told_apart (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    born_day BIGINT,
    died_day BIGINT,
    relation TEXT,
    not_person BIGINT NOT NULL DEFAULT 0,
    merged_into BIGINT,
    shown_as BIGINT,
    PRIMARY KEY (library, id)
);
INSERT INTO people_told_apart (library, id, name, born_day, died_day, not_person, shown_as)
SELECT library, id, name, born_day, died_day, 0, id FROM people;
DROP TABLE people;
ALTER TABLE people_told_apart RENAME TO people;
CREATE INDEX people_by_birth ON people (library, born_day);
CREATE INDEX people_by_shown_as ON people (library, shown_as);

-- Whom a name means when a file or the owner says it.
CREATE TABLE names (
    library BIGINT NOT NULL,
    name TEXT NOT NULL,
    person BIGINT NOT NULL,
    PRIMARY KEY (library, name)
) {clustered};
CREATE INDEX names_by_person ON names (library, person);
INSERT INTO names (library, name, person) SELECT library, name, id FROM people;

-- The names that the files of a photo say. photo_people follows from these, from keywords that are names, and from what the
-- owner said.
CREATE TABLE photo_names (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    name TEXT NOT NULL,
    x DOUBLE PRECISION,
    y DOUBLE PRECISION,
    width DOUBLE PRECISION,
    height DOUBLE PRECISION,
    PRIMARY KEY (library, photo, name)
) {clustered};
CREATE INDEX photo_names_by_name ON photo_names (library, name, photo);
INSERT INTO photo_names (library, photo, name, x, y, width, height)
SELECT o.library, o.photo, p.name, o.x, o.y, o.width, o.height
FROM photo_people o JOIN people p ON p.library = o.library AND p.id = o.person WHERE o.by_owner = 0;

-- Keywords that name somebody.
CREATE TABLE keyword_people (
    library BIGINT NOT NULL,
    keyword TEXT NOT NULL,
    person BIGINT NOT NULL,
    PRIMARY KEY (library, keyword)
) {clustered};
CREATE INDEX keyword_people_by_person ON keyword_people (library, person);
CREATE INDEX photo_keywords_by_keyword ON photo_keywords (library, keyword, photo);

-- What the owner said of who is in a photo. said: in, out. instead_of: whom the files name there, so that the region of one
-- is the other's.
CREATE TABLE photo_people_said (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    person BIGINT NOT NULL,
    said TEXT NOT NULL,
    instead_of BIGINT,
    PRIMARY KEY (library, photo, person)
) {clustered};
CREATE INDEX photo_people_said_by_person ON photo_people_said (library, person, photo);
INSERT INTO photo_people_said (library, photo, person, said)
SELECT library, photo, person, 'in' FROM photo_people WHERE by_owner = 1;
ALTER TABLE photo_people DROP COLUMN by_owner;

-- What the owner changed about people, so that it can be taken back. kind: rename, facts, merge, thing, keyword, tag, untag,
-- split. made: whether a name or a person came about by it.
CREATE TABLE people_changes (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person BIGINT NOT NULL,
    other BIGINT,
    before TEXT,
    after TEXT,
    made BIGINT NOT NULL,
    made_ms BIGINT NOT NULL,
    undone_ms BIGINT,
    PRIMARY KEY (library, id)
);
-- What had been said before of the photos that a change was about; no said: nothing.
CREATE TABLE people_change_photos (
    library BIGINT NOT NULL,
    change BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    person BIGINT NOT NULL,
    said TEXT,
    instead_of BIGINT,
    PRIMARY KEY (library, change, photo, person)
) {clustered};

DROP INDEX photo_people_by_person;
CREATE INDEX photo_people_by_person ON photo_people (library, person, taken_ms, photo);

-- Places and words --------------------------------------------------------------------------------------------------

CREATE TABLE places (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    town TEXT NOT NULL,
    PRIMARY KEY (library, id),
    UNIQUE (library, country, region, town)
);

CREATE TABLE photo_places (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    place BIGINT NOT NULL,
    taken_ms BIGINT,
    PRIMARY KEY (library, photo)
) {clustered};
CREATE INDEX photo_places_by_place ON photo_places (library, place, taken_ms, photo);

-- word: lower case, without accents, as bytes, because both engines sort bytes alike and not texts.
CREATE TABLE photo_words (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    word BYTEA NOT NULL,
    taken_ms BIGINT,
    PRIMARY KEY (library, photo, word)
) {clustered};
CREATE INDEX photo_words_by_word ON photo_words (library, word, taken_ms, photo);

-- worded: whether its words and place have been noted for search.
ALTER TABLE photos ADD COLUMN worded BIGINT NOT NULL DEFAULT 0;
CREATE INDEX photos_unworded ON photos (library, id) WHERE worded = 0;
CREATE INDEX photos_off_shelf ON photos (library, id) WHERE (removed_ms IS NOT NULL OR hidden = 1 OR left_out = 1);
