/** The same in English. */
export const englishFrames = `
Hi, this is {p}, my laptop {pc} will not start. Call me on {tel}. Memory module reseated. @@ Memory reseated
Password for {login} was set to {pw}, please change it. Roaming profile rebuilt. @@ profile rebuilt
{Mr} {N} cannot print, the driver was corrupted and has been reinstalled. @@ driver corrupted
User {login} ({mail}) gets no mail, the mailbox was full, archive enabled. @@ mailbox archive
Spoke with {n} at extension {ext}, the dock firmware was out of date. @@ dock firmware
Ship the phone to {addren}. SIP line recreated. @@ line recreated
The PIN is {pin} and the recovery key {bitlocker}. TPM cleared after the firmware update. @@ TPM firmware
{p} and {p2} both lost the shared drive after the migration, group policy fixed. @@ drive policy
S/N {serial}, asset of {p}: disk replaced and data restored from backup. @@ disk backup
Please tell {first} that the VPN certificate has been renewed. @@ VPN certificate
Reply to {mail_spelled}. The switch port was err-disabled because of a loop. @@ switch loop
My password is {plainpw} and it is not accepted on the Wi-Fi. Profile removed and added again. @@ Profile
Thanks, {p} | Head of Nursing | {telintl} | {mail} @@ Thanks
The path {path} was not found, DNS suffix corrected on the client. @@ DNS suffix
Dr {N} sees a black screen in the imaging viewer, graphics driver rolled back. @@ screen driver
{NN} - account blocked after five attempts from an old phone. @@ account phone
`

/** Written before the rules were measured. */
export const heldEnglishFrames = `
{first} from the front desk says her badge {badge} stopped working, reader synced again. @@ badge reader
Remote session {tv}, code {pin}: Outlook profile recreated for {p}. @@ Outlook profile
Left a voicemail for {n} on {telintl}. The backup job failed because the disk was full. @@ backup disk
{M} {N}'s tablet was reset, passcode {pin}, the MDM profile had expired. @@ tablet profile
Born {birth}, {p} is missing from the patient list, index rebuilt on the database. @@ index database
login: {login} / pass: {pw} -- do not share. Firewall rule added for the new portal. @@ Firewall rule
Between us, {n2} unplugged the rack again; UPS battery replaced. @@ rack battery
According to {p}, {p2} moved the access point; channel set to automatic. @@ access channel
`
