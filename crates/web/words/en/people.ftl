# People: everybody, a life in pictures, what the owner says of somebody.

people-title = People
people-nobody = Nobody is named in your photos yet. Names come from the photos themselves, from programs that know faces, or from you.
people-count =
    { $count ->
        [one] { $figures } person
       *[other] { $figures } people
    }
people-to-keywords = Names among your keywords
people-died-yours = You said it as a loss: { $day }. Nobody else sees that. A day here is for everybody.
people-things = Not people
people-is-somebody = A person after all
people-is-somebody-name = { $name }: a person after all
people-lived = { $born } to { $died }
people-until = until { $died }
people-born = born { $day }
people-born-age =
    { $count ->
        [one] born { $day }, { $figures } year
       *[other] born { $day }, { $figures } years
    }
people-also = Also known as
people-undated = Without a date
people-all-of =
    { $count ->
        [one] The photo of { $year }
       *[other] All { $figures } photos of { $year }
    }
people-all-photos =
    { $count ->
        [one] The photo
       *[other] All { $figures } photos
    }

people-tell = What you know
people-name = Name
people-save-name = Save the name
people-relation = Who this is to you
people-relation-none = Not said
people-day-born = Born on
people-if-died = If they are no longer alive
people-day-died = Died on
people-save-facts = Save
people-merge = The same person as somebody else
people-merge-about = All photos of both become photos of this person. The other name goes on finding them.
people-merge-with = The same as
people-choose = Choose a name
people-merge-do = Make them one
people-split = Some of these photos show somebody else
people-split-about = Choose the photos that show somebody else. What is put away stays away.
people-split-name = Who it is
people-split-do = It is somebody else
people-split-end = Leave it
people-thing = Not a person
people-thing-about = A pet, a thing or a mistake: the name leaves people, birthdays and captions. It can still be searched for. What is put away stays away.
people-thing-do = It is not a person
people-taken = There is already somebody called { $name }
people-taken-same = They are the same person
people-taken-two = They are two people

people-keywords = Names among your keywords
people-keywords-about = Some programs keep names as keywords. Where a keyword is somebody’s name, say so, and its photos show them.
people-no-keywords = Your photos have no keywords.
people-keyword-somebody = A person
people-keyword-somebody-name = { $name } is a person
people-keyword-is = A person

people-done-rename = The name is changed.
people-done-facts = It is noted.
people-done-merge = They are one person now.
people-done-split = Those photos are theirs now.
people-done-thing = It is not among people any more.
people-done-keyword = Its photos show them now.
people-done-undone = It is as it was before.
people-done-too-late = That cannot be taken back any more: something else has changed since.
people-done-meanwhile = This was changed meanwhile, perhaps in another window. Nothing was overwritten; here is how it stands.
people-done-already = It is so already.
people-done-no-name = A name needs at least one letter or sign. Nothing was changed.
people-done-no-life = Those days do not fit together, or are still to come. Nothing was changed.
people-done-nobody = There is nobody to choose by that name. Nothing was changed.
people-done-none-chosen = No photo was chosen. Nothing was changed.
people-done-cut = The name was longer than 400 characters, and is kept up to there.

# What somebody is to the owner.
people-relation-myself = Me
people-relation-partner = Partner
people-relation-child = Child
people-relation-daughter = Daughter
people-relation-son = Son
people-relation-parent = Parent
people-relation-mother = Mother
people-relation-father = Father
people-relation-sibling = Sibling
people-relation-sister = Sister
people-relation-brother = Brother
people-relation-grandparent = Grandparent
people-relation-grandmother = Grandmother
people-relation-grandfather = Grandfather
people-relation-grandchild = Grandchild
people-relation-granddaughter = Granddaughter
people-relation-grandson = Grandson
people-relation-aunt = Aunt
people-relation-uncle = Uncle
people-relation-cousin = Cousin
people-relation-niece = Niece
people-relation-nephew = Nephew
people-relation-friend = Friend
people-relation-other = Somebody else
people-relation-other-family = Other family
people-kept-back = Some photos are put away or ask first. Whoever is in no others is not listed here.
people-kept-with-care = Kept with care. Opens when you ask.
