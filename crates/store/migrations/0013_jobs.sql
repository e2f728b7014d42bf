-- Work that must not be lost (store/src/jobs.rs): a row for each piece of work, gone when it is done.
-- kind, key: what is to be done, and about what. due_ms: not before. asked: how often it was asked for; what is asked for
-- while somebody works on it is done once more. attempts: how often it was begun since it was last done. id, lease: together
-- the number of the newest lease; who holds it works on the job until leased_until_ms. standing: how far they are, as JSON.
-- why: the stable name of what went wrong last. given_up_ms: since when it is not tried any more.
CREATE TABLE jobs (
    library BIGINT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    id BIGINT NOT NULL,
    made_ms BIGINT NOT NULL,
    due_ms BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    lease BIGINT NOT NULL,
    leased_by TEXT,
    leased_until_ms BIGINT,
    standing TEXT,
    why TEXT,
    given_up_ms BIGINT,
    PRIMARY KEY (library, kind, key),
    UNIQUE (library, id)
);
CREATE INDEX jobs_by_due ON jobs (library, due_ms);

-- renditions_bytes: how many bytes the renditions take, as measured after photos came in.
ALTER TABLE libraries ADD COLUMN renditions_bytes BIGINT;
