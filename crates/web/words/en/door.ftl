# The door: set-up, signing in, recovery, and the settings of an account.

door-name = Your name
door-password = Password
door-language = Language
door-zone = Time zone
door-zone-hint = A day begins and ends where you live.
door-country-none = None yet
door-wait = That was tried a little too often. You can try again in { $time }.
door-fill-in = Go back and fill in the fields.
door-nobody = Signed out
door-nobody-sentence = Nothing here can be seen without signing in.
door-nobody-hint = Sign in, or send a token that is still good.
door-narrow = Not with this token
door-narrow-sentence = This token is not made for that.
door-narrow-hint = Its owner can make another one in the settings.

sign-in-title = Sign in
sign-in-do = Sign in
sign-in-refused = Name and password do not fit together.
sign-in-out = You are signed out.
sign-in-used = That link was used already, or it is too old. You can sign in here.
sign-in-lost = I cannot sign in
sign-in-passkey = Sign in with a passkey
passkey-failed = That did not work. You can try again, or use your password.

password-hint = Ten characters or more. A few words that only you would put together are good.
password-short = The password needs ten characters or more.
password-long = The password is too long: a thousand bytes are the most.
name-missing = A name is needed to sign in by.
zone-unknown = That time zone is not known here.

recover-title = Come in with a recovery code
recover-about = The codes were shown when Perennial was set up. Each works once, and lets you choose a new password.
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
set-up-country = Country whose days matter to you
set-up-do = Set up

codes-title = Recovery codes
codes-about = If you ever lose your password, one of these lets you in again. Print them or write them down, and keep them where you keep other papers.
codes-once = They are shown this once. Each works one time.
codes-kept = I have kept them
