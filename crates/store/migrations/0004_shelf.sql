-- How many photos of each day are on the shelf: neither removed, hidden nor left out. Counted again with every change of a
-- day. known: day, month, year; how much of the date is known. One that is known to the year lies on its first day.
CREATE TABLE shelf_days (
    library BIGINT NOT NULL,
    day BIGINT NOT NULL,
    known TEXT NOT NULL,
    photos BIGINT NOT NULL,
    PRIMARY KEY (library, day, known)
) {clustered};

-- Division rounds towards zero, and days before 1970 are counted downwards.
INSERT INTO shelf_days (library, day, known, photos)
SELECT library, day, known, COUNT(*) FROM (
    SELECT library,
           (taken_ms - ((taken_ms % 86400000 + 86400000) % 86400000)) / 86400000 AS day,
           CASE taken_precision WHEN 'month' THEN 'month' WHEN 'year' THEN 'year' WHEN 'about_year' THEN 'year'
                ELSE 'day' END AS known
    FROM photos WHERE taken_ms IS NOT NULL AND removed_ms IS NULL AND hidden = 0 AND left_out = 0
) dated GROUP BY library, day, known;

CREATE INDEX photos_on_shelf ON photos (library, taken_ms, id, taken_precision)
    WHERE removed_ms IS NULL AND hidden = 0 AND left_out = 0;
CREATE INDEX photos_hidden ON photos (library, id) WHERE removed_ms IS NULL AND hidden = 1 AND left_out = 0;

-- by_owner: the owner said so, whatever the file says.
ALTER TABLE photo_people ADD COLUMN by_owner BIGINT NOT NULL DEFAULT 0;
