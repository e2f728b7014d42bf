# The door: set-up, signing in, recovery, and the settings of an account.

door-name = Your name
door-password = Password
door-language = Language
door-zone = Time zone
door-zone-hint = A day begins and ends where you live.
door-country-none = None yet
door-country-hint = Its Mother’s Day, its feasts and its other days of observance are then yours. Those kept the world over always are.
door-wait = That was tried a little too often. You can try again in { $time }.
door-fill-in = Go back and fill in the fields.
door-nobody = Signed out
door-nobody-sentence = Nothing here can be seen without signing in.
door-nobody-hint = Sign in, or send a key that is still good.
door-narrow = Not with this key
door-narrow-sentence = This key is not made for that.
door-crowded = Many at once
door-crowded-sentence = More try to come in just now than can be looked at.
door-crowded-hint = Try again in a moment.
door-narrow-hint = Its owner can make another one in the settings.

sign-in-title = Sign in
sign-in-do = Sign in
sign-in-refused = Name and password do not fit together.
sign-in-out = You are signed out.
sign-in-used = That link was used already, or it is too old. You can sign in here.
once-title = Come in
once-about = This link was printed on this machine. It works once.
once-do = Come in
sign-in-otherwise = A passkey or a recovery code need not wait, nor does a browser in which you signed in before.
sign-in-lost = I cannot sign in
sign-in-passkey = Sign in with a passkey
passkey-failed = That did not work. You can try again, or use your password.

password-hint = Ten characters or more. A few words that only you would put together are good.
password-short = The password needs ten characters or more.
password-long = The password is too long: a thousand bytes are the most.
name-missing = A name is needed to sign in by.
zone-unknown = That time zone is not known here.

recover-title = Come in with a recovery code
recover-about = The codes were shown when Perennial was set up. Each works once, and lets you choose a new password. You are then signed out everywhere else, and all keys for programs are taken back.
recover-code = Recovery code
recover-password = New password
recover-do = Set password and sign in
recover-refused = Name and code do not fit together, or the code was used already.
recover-none = No code left? Whoever runs the machine can set a new password there:
recover-back = Back to signing in

set-up-title = Welcome
set-up-about = A few things first. All of it can be changed later, and nothing leaves this machine.
set-up-code = Code from the terminal
set-up-code-hint = Perennial printed it where it was started. So only you can set it up.
set-up-code-wrong = That is not the code that was printed last.
set-up-folder = Folder of photos, on the machine where Perennial runs
set-up-folder-hint = Its whole path, such as /home/elin/Pictures. Photos are never changed. More folders can be added later.
set-up-country = Country whose days matter to you
set-up-do = Set up

codes-title = Recovery codes
codes-about = If you ever lose your password, one of these lets you in again. Print them or write them down, and keep them where you keep other papers.
codes-once = They are shown this once. Each works one time.
codes-kept = I have kept them
codes-left =
    { $count ->
        [0] No code is left.
        [one] One code is left.
       *[other] { $figures } codes are left.
    }
codes-new-about = New ones take the place of all earlier ones. A code can set another password, so the current one is asked for.
codes-new = Make new codes

account-keep = Keep
account-kept = It is kept.
account-meanwhile = It was changed in another window meanwhile. Look at what is written here; “Keep” keeps it as it stands.
account-name-taken = Somebody else signs in by that name.
account-country-more = Another country
account-country-more-still = And another country
account-password = A new password
account-password-about = Setting it signs you out everywhere else, and takes back all keys for programs. Passkeys stay good.
account-password-known = Current password
account-password-do = Set the password
account-password-kept = The new password is set. Everywhere else you are signed out.
account-password-keys = Keys for programs are taken back too. Passkeys stay good. Here they can be made and removed:
account-password-wrong = That is not your current password.

sessions-device = { $browser } on { $system }
sessions-device-unknown = A device that does not say what it is
sessions-this = this one
sessions-seen = Last used on { $day }
sessions-since = signed in on { $day }
sessions-sign-out = Sign out
sessions-end = Sign out there
sessions-end-which = Sign out there: { $device }
sessions-end-others = Sign out everywhere else
sessions-ended = Signed out there.
sessions-others-ended = Signed out everywhere else.

tokens-about = A program that you give one may do in your name what you choose here, and nothing else.
tokens-made = Copy it now. It is shown this once.
tokens-new = A new one
tokens-name = What it is for
tokens-name-missing = Go back and give it a name, so that you know it again.
tokens-good-for = What it may do
tokens-scope-missing = Go back and choose something that it may do.
tokens-read = See
tokens-write = Change
tokens-import = Bring photos in
tokens-care = What you keep with care, too
tokens-care-hint = Losses, wishes, the days ahead, and why something is kept away. Most programs have no need of it. Without it, what is kept away is as if it were not there.
tokens-ends = How long
tokens-days = { $figures } days
tokens-for-good = Until you take it back
tokens-until = until { $day }
tokens-used = last used on { $day }
tokens-unused = not used yet
tokens-make = Make it
tokens-revoke = Take back
tokens-revoke-which = Take back: { $name }
tokens-revoked = It is taken back, and opens nothing any more.

passkeys-about = Your phone, computer or password manager keeps it, and you sign in by touching it.
passkeys-since = made on { $day }
passkeys-name = What to call it
passkeys-make = Make a passkey
passkeys-made = The passkey is there. You can sign in by it from now on.
passkeys-not-made = No passkey was made. You can try again.
passkeys-remove = Remove
passkeys-remove-which = Remove: { $name }
passkeys-removed = It is removed, and opens nothing any more.
passkeys-script = Making a passkey needs JavaScript. The password works without.
passkeys-by-name = Passkeys need Perennial to be called by the name localhost, or by https and a name; not by a number.
