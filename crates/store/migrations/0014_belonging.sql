-- Room library ------------------------------------------------------------------------------------------------------

-- Dates that count for care beside the one that is shown: what the files say where the owner says otherwise, and what was said
-- before. Local wall-clock milliseconds since 1970-01-01T00:00.
CREATE TABLE photo_dates (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    known TEXT NOT NULL,
    PRIMARY KEY (library, photo, at_ms, known)
) {clustered};
CREATE INDEX photo_dates_by_time ON photo_dates (library, at_ms, photo);

INSERT INTO photo_dates (library, photo, at_ms, known)
SELECT library, id, found_ms, found_precision FROM photos
WHERE found_ms IS NOT NULL AND (taken_ms IS NULL OR taken_ms <> found_ms OR taken_precision <> found_precision);

-- Of which nobody knows the hour may be of any moment of its days.
CREATE INDEX photos_without_hour ON photos (library, taken_ms) WHERE taken_precision <> 'time';

-- Room memories -----------------------------------------------------------------------------------------------------

-- What belongs together though not all of it is in a moment: moments, and the photos that were taken in or next to them and are
-- in none (hidden ones, papers, screens, those of doubtful date), each by one of its dates. An occasion that is one moment and
-- nothing else is not written down. night: the day whose waking hours it lies in; moment, photo: one of the two, the other is 0;
-- at_ms: the date by which a photo is there.
CREATE TABLE occasion_parts (
    library BIGINT NOT NULL,
    occasion BIGINT NOT NULL,
    moment BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    night BIGINT NOT NULL,
    PRIMARY KEY (library, occasion, moment, photo, at_ms)
) {clustered};
CREATE INDEX occasion_parts_by_night ON occasion_parts (library, night);
CREATE INDEX occasion_parts_by_moment ON occasion_parts (library, moment) WHERE moment > 0;
CREATE INDEX occasion_parts_by_photo ON occasion_parts (library, photo) WHERE photo > 0;

-- The days on which something is in no moment are grouped anew. Division rounds towards zero, and days before 1970 are counted
-- downwards.
INSERT INTO changed_days (library, day)
SELECT DISTINCT library, (at_ms - ((at_ms % 86400000 + 86400000) % 86400000)) / 86400000 FROM (
    SELECT p.library AS library, p.taken_ms AS at_ms FROM photos p WHERE p.taken_ms IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM moment_photos m WHERE m.library = p.library AND m.photo = p.id)
    UNION ALL SELECT library, at_ms FROM photo_dates
) loose WHERE at_ms IS NOT NULL
ON CONFLICT (library, day) DO NOTHING;
