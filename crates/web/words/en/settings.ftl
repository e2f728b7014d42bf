# The hub of settings, and what everything takes.

settings-title = Settings
settings-account = You
settings-account-about = Your name, password, language, time zone and countries.
settings-passkeys = Passkeys
settings-passkeys-about = Sign in with your phone or a key instead of a password.
settings-codes = Recovery codes
settings-codes-about = A way in when everything else is lost. Best kept on paper.
settings-sessions = Where you are signed in
settings-sessions-about = Each device, and how to sign it out.
settings-coming-about = The folders that photos come from, what runs just now, and what could not be read.
settings-away-about = What you asked not to see, and letting it return.
settings-tokens = Keys for programs
settings-tokens-about = What other programs may read or change in your name.
settings-help-about = What Perennial does, and what it never does.
settings-storage = Storage
settings-originals = Originals, where they are
settings-renditions = Pictures made for the pages
settings-database = Database
settings-free = Free on the data disk
settings-measuring = Not measured yet
settings-storage-about = Originals lie in your own folders and take no room of Perennial’s. The pictures made for the pages are measured after photos came in.
settings-version = Perennial { $version }, on { $engine }.
