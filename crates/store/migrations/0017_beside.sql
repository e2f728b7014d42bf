-- Room library ------------------------------------------------------------------------------------------------------

-- Who was in a photo, by what words it was found and where it was taken before something was corrected: it counts for care
-- beside what is shown, so that no correction takes anything out of a loss's reach by itself.

CREATE TABLE photo_people_beside (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    person BIGINT NOT NULL,
    PRIMARY KEY (library, photo, person)
) {clustered};
CREATE INDEX photo_people_beside_by_person ON photo_people_beside (library, person, photo);

-- Whom the owner took out of a photo before this was written down.
INSERT INTO photo_people_beside (library, photo, person)
SELECT s.library, s.photo, s.person FROM photo_people_said s WHERE s.said = 'out'
AND NOT EXISTS (SELECT 1 FROM photo_people o WHERE o.library = s.library AND o.photo = s.photo AND o.person = s.person);

CREATE TABLE photo_words_beside (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    word BYTEA NOT NULL,
    PRIMARY KEY (library, photo, word)
) {clustered};
CREATE INDEX photo_words_beside_by_word ON photo_words_beside (library, word, photo);

CREATE TABLE photo_places_beside (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (library, photo, place)
) {clustered};
CREATE INDEX photo_places_beside_by_place ON photo_places_beside (library, place, photo);

CREATE TABLE photo_positions_beside (
    library BIGINT NOT NULL,
    photo BIGINT NOT NULL,
    latitude DOUBLE PRECISION NOT NULL,
    longitude DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (library, photo, latitude, longitude)
) {clustered};
CREATE INDEX photo_positions_beside_by_latitude ON photo_positions_beside (library, latitude, photo);
