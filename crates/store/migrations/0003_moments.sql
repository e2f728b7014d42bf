-- Room library ------------------------------------------------------------------------------------------------------

-- turned: quarter turns clockwise that its owner gave what is shown; let_go: its renditions are gone, because it was removed
-- long ago; hidden_with: the number of the act that hid it together with others, so that it is taken back with them.
ALTER TABLE photos ADD COLUMN turned BIGINT NOT NULL DEFAULT 0;
ALTER TABLE photos ADD COLUMN let_go BIGINT NOT NULL DEFAULT 0;
ALTER TABLE photos ADD COLUMN hidden_with BIGINT;
CREATE INDEX photos_by_removal ON photos (library, removed_ms) WHERE removed_ms IS NOT NULL;
CREATE INDEX photos_by_hiding ON photos (library, hidden_with) WHERE hidden_with IS NOT NULL;
-- A model may be pages of text in a damaged file; an index takes its beginning.
CREATE INDEX photos_by_camera ON photos (library, substr(model, 1, 64), taken_ms);

-- A camera whose clock was wrong: by how much its photos were moved, and what each was before and after, so that the move
-- can be taken back to the letter.
CREATE TABLE clock_shifts (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    by_ms BIGINT NOT NULL,
    made_ms BIGINT NOT NULL,
    PRIMARY KEY (library, id)
);
CREATE TABLE clock_shift_photos (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    shift BIGINT NOT NULL,
    before_ms BIGINT NOT NULL,
    before_confidence TEXT NOT NULL,
    after_ms BIGINT NOT NULL,
    PRIMARY KEY (library, photo, shift)
) {clustered};
CREATE INDEX clock_shift_photos_by_shift ON clock_shift_photos (library, shift);

-- Room memories -----------------------------------------------------------------------------------------------------

-- What the owner said of where moments begin and end. kind: part, join. A part has from_ms = to_ms. The later id wins.
CREATE TABLE seams (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    from_ms BIGINT NOT NULL,
    to_ms BIGINT NOT NULL,
    PRIMARY KEY (library, id)
);
CREATE INDEX seams_by_time ON seams (library, from_ms, to_ms);

-- A title and a line of words that the owner gave a moment. at_ms: a time in the midst of it, by which they find their part
-- of it when it is parted; a moment that was joined has the words of both.
CREATE TABLE moment_words (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    moment BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (library, id)
);
CREATE INDEX moment_words_by_moment ON moment_words (library, moment);
CREATE INDEX moment_words_by_time ON moment_words (library, at_ms);

-- A moment of thousands of photos is read a page at a time.
CREATE INDEX moment_photos_by_place ON moment_photos (library, moment, place);
