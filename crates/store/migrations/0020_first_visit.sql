-- What somebody answered when they were asked, once and first, whether there is somebody or a time that they would rather not meet
-- unasked: waits (not asked yet), nothing, said. Whoever said a loss before was asked by that.
ALTER TABLE care_settings ADD COLUMN first_visit TEXT NOT NULL DEFAULT 'waits';
INSERT INTO care_settings (library, person, caution, shows, first_visit)
    SELECT DISTINCT l.library, l.person, 1, 'quiet', 'said' FROM losses l
    WHERE NOT EXISTS (SELECT 1 FROM care_settings s WHERE s.library = l.library AND s.person = l.person);
UPDATE care_settings SET first_visit = 'said'
    WHERE EXISTS (SELECT 1 FROM losses l WHERE l.library = care_settings.library AND l.person = care_settings.person);

-- On which days a quiet card was drawn for somebody, in days since 1970-01-01: a week has two at most.
CREATE TABLE card_days (
    library BIGINT NOT NULL,
    person BIGINT NOT NULL,
    day BIGINT NOT NULL,
    PRIMARY KEY (library, person, day)
) {clustered};
