-- Numbers given out so far, a row for each kind of id.
CREATE TABLE counters (
    library BIGINT NOT NULL,
    name TEXT NOT NULL,
    next BIGINT NOT NULL,
    PRIMARY KEY (library, name)
);

CREATE TABLE libraries (
    library BIGINT NOT NULL PRIMARY KEY,
    owner BIGINT NOT NULL,
    added_ms BIGINT NOT NULL
);

-- Room library ------------------------------------------------------------------------------------------------------

CREATE TABLE people (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    born_day BIGINT,
    died_day BIGINT,
    PRIMARY KEY (library, id),
    UNIQUE (library, name)
);
CREATE INDEX people_by_birth ON people (library, born_day);

CREATE TABLE folders (
    library BIGINT NOT NULL,
    path BYTEA NOT NULL,
    added_ms BIGINT NOT NULL,
    PRIMARY KEY (library, path)
);

-- left_out: all files that hold it are in folders where somebody asked not to look.
-- taken_ms: local wall-clock milliseconds since 1970-01-01T00:00, as lived; taken_* is what counts, found_* what the
-- files said, so that a correction can be taken back.
CREATE TABLE photos (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    content BYTEA NOT NULL,
    bytes BIGINT NOT NULL,
    format TEXT NOT NULL,
    width BIGINT,
    height BIGINT,
    orientation BIGINT NOT NULL,
    duration_ms BIGINT,
    taken_ms BIGINT,
    taken_precision TEXT,
    taken_offset BIGINT,
    taken_confidence TEXT,
    found_ms BIGINT,
    found_precision TEXT,
    found_offset BIGINT,
    found_confidence TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    town TEXT,
    region TEXT,
    country TEXT,
    make TEXT,
    model TEXT,
    software TEXT,
    title TEXT,
    caption TEXT,
    rating BIGINT,
    favourite BIGINT NOT NULL,
    genre TEXT NOT NULL,
    not_shown TEXT,
    not_shown_said TEXT,
    shown_width BIGINT,
    shown_height BIGINT,
    thumbhash BYTEA,
    likeness BIGINT,
    hidden BIGINT NOT NULL,
    missing BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    removed_ms BIGINT,
    added_ms BIGINT NOT NULL,
    PRIMARY KEY (library, id),
    UNIQUE (library, content)
);
CREATE INDEX photos_by_time ON photos (library, taken_ms);

CREATE TABLE photo_people (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    person BIGINT NOT NULL,
    x DOUBLE PRECISION,
    y DOUBLE PRECISION,
    width DOUBLE PRECISION,
    height DOUBLE PRECISION,
    taken_ms BIGINT,
    PRIMARY KEY (library, photo, person)
) {clustered};
CREATE INDEX photo_people_by_person ON photo_people (library, person, taken_ms);

CREATE TABLE photo_keywords (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    keyword TEXT NOT NULL,
    PRIMARY KEY (library, photo, keyword)
) {clustered};

-- role: whole, motion. state: here, missing, unread, left_out. stamp changes when the file or a sidecar of it does.
CREATE TABLE files (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    path BYTEA NOT NULL,
    role TEXT NOT NULL,
    photo BIGINT,
    stamp TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (library, id),
    UNIQUE (library, path)
);
CREATE INDEX files_by_photo ON files (library, photo);

-- Days on which a photo came, went or moved since moments were last grouped.
CREATE TABLE changed_days (
    library BIGINT NOT NULL,
    day BIGINT NOT NULL,
    PRIMARY KEY (library, day)
);

-- Room memories -----------------------------------------------------------------------------------------------------

-- day: the day it began; month_day: month × 100 + day of the month; night: the day whose waking hours it lies in;
-- weight: how much there is to see, 0 to 999.
CREATE TABLE moments (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    day BIGINT NOT NULL,
    month_day BIGINT NOT NULL,
    night BIGINT NOT NULL,
    begins_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL,
    photos BIGINT NOT NULL,
    weight BIGINT NOT NULL,
    town TEXT,
    region TEXT,
    country TEXT,
    PRIMARY KEY (library, id)
);
CREATE INDEX moments_by_anniversary ON moments (library, month_day, day, weight, id);
CREATE INDEX moments_by_night ON moments (library, night);

-- place: the order in time; day: the day the photo was taken; rank: the order in which photos are chosen when not all can be shown.
CREATE TABLE moment_photos (
    library BIGINT NOT NULL,
    moment BIGINT NOT NULL,
    rank BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    place BIGINT NOT NULL,
    day BIGINT NOT NULL,
    burst BIGINT NOT NULL,
    PRIMARY KEY (library, moment, rank)
) {clustered};
CREATE INDEX moment_photos_by_photo ON moment_photos (library, photo, moment);

-- Room care ---------------------------------------------------------------------------------------------------------

-- scope: photo, moment, birthday, day; target: the id, or days since 1970-01-01. until_day: first day on which it no longer holds.
CREATE TABLE wishes (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    wish TEXT NOT NULL,
    scope TEXT NOT NULL,
    target BIGINT NOT NULL,
    until_day BIGINT,
    made_ms BIGINT NOT NULL,
    lifted_ms BIGINT,
    PRIMARY KEY (library, id)
);
CREATE INDEX wishes_by_target ON wishes (library, person, scope, target);

-- The photos that a wish about a moment meant when it was made, so that it holds however the moment is grouped later.
CREATE TABLE wish_photos (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    wish BIGINT NOT NULL,
    PRIMARY KEY (library, photo, wish)
) {clustered};
CREATE INDEX wish_photos_by_wish ON wish_photos (library, wish);
