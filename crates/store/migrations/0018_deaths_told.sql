-- Room library ------------------------------------------------------------------------------------------------------

-- Deaths that somebody's losses tell of. They are known to whoever told them and to nobody else, and go with the loss.
CREATE TABLE deaths_told (
    library BIGINT NOT NULL,
    teller BIGINT NOT NULL,
    loss BIGINT NOT NULL,
    person BIGINT NOT NULL,
    died_day BIGINT NOT NULL,
    PRIMARY KEY (library, teller, loss, person)
) {clustered};
CREATE INDEX deaths_told_of ON deaths_told (library, teller, person);

-- What losses had noted as facts for everybody is told by them alone from now on. deaths: [[person,"day"],...]
INSERT INTO deaths_told (library, teller, loss, person, died_day)
SELECT l.library, l.person, l.id, p.id, p.died_day
FROM losses l JOIN people p ON p.library = l.library AND l.deaths LIKE '%[' || p.id || ',"%'
WHERE l.removed_ms IS NULL AND p.died_day IS NOT NULL;
UPDATE people SET died_day = NULL WHERE EXISTS
    (SELECT 1 FROM deaths_told d WHERE d.library = people.library AND d.person = people.id);
ALTER TABLE losses DROP COLUMN deaths;
