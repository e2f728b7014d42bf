-- Folders get a number, by which pages and programs name them whatever bytes their paths are made of.
ALTER TABLE folders ADD COLUMN id BIGINT NOT NULL DEFAULT 0;
UPDATE folders SET id = (
    SELECT COUNT(*) FROM folders f
    WHERE f.library = folders.library
      AND (f.added_ms < folders.added_ms OR (f.added_ms = folders.added_ms AND f.path <= folders.path))
);
CREATE UNIQUE INDEX folders_by_id ON folders (library, id);
INSERT INTO counters (library, name, next) SELECT library, 'folder', MAX(id) + 1 FROM folders GROUP BY library;

-- looked_ms: when it was last looked through; look: what came of that, as JSON (library/folders/look.rs).
ALTER TABLE folders ADD COLUMN looked_ms BIGINT;
ALTER TABLE folders ADD COLUMN look TEXT;
-- let_go_ms: since when it is looked into no more; kept, so that letting go can be taken back.
ALTER TABLE folders ADD COLUMN let_go_ms BIGINT;

-- paused_ms: since when nothing comes in, because somebody asked for that.
ALTER TABLE libraries ADD COLUMN paused_ms BIGINT;

-- why: the stable name of the reason for which a file could not be read; reason says it in words.
ALTER TABLE files ADD COLUMN why TEXT;
CREATE INDEX files_unread ON files (library, id) WHERE state = 'unread';
CREATE INDEX photos_not_shown ON photos (library, id) WHERE not_shown IS NOT NULL;
