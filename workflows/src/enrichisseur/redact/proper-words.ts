/** Makers, products and places of computing that are written with a capital, folded. */
export const properWords: ReadonlySet<string> = new Set(
  `
tel port fax mob windows outlook office excel word powerpoint onenote onedrive sharepoint teams microsoft azure entra intune exchange
defender edge explorer chrome google gmail firefox mozilla thunderbird adobe acrobat reader apple mac macos iphone ipad
android samsung galaxy huawei lenovo thinkpad thinkcentre dell latitude optiplex precision hp elitebook elitedesk probook
prodesk zbook laserjet officejet deskjet pagewide brother canon epson kyocera ricoh konica minolta xerox lexmark toshiba
zebra dymo fujitsu sharp cisco catalyst meraki aruba unifi ubiquiti fortinet fortigate forticlient sophos stormshield
sonicwall pfsense watchguard checkpoint palo alto netgear zyxel mikrotik juniper yealink avaya alcatel mitel poly plantronics
jabra logitech synology qnap veeam acronis vmware esxi vsphere vcenter hyper citrix xenapp proxmox linux debian ubuntu redhat
apache nginx oracle postgresql mysql mariadb sage ciel ebp cegid quadratus silae pronote hopital medistory doctolib axisante
logosw cpage dxcare orbis sillage netvie netsoins titan medimail apicrypt mssante vitale sesam pyxvital orange sfr bouygues
free sosh covage adista completel numericable starlink zoom webex skype slack whatsapp signal anydesk teamviewer glpi
observium librenms nagios zabbix centreon active directory bitlocker kerberos powershell wsus sccm kaspersky eset bitdefender
norton avast mcafee trend symantec sentinelone crowdstrike yubikey authenticator keepass dashlane lastpass bitwarden java
javascript python dotnet framework visual studio autocad solidworks photoshop illustrator indesign wordpress prestashop
internet wifi ethernet bluetooth intel nvidia amd realtek qualcomm broadcom ssd nvme usb hdmi vga displayport thunderbolt
france europe euro lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout
septembre octobre novembre decembre monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december ehpad clinique chu noel paques
`
    .trim()
    .split(/\s+/),
)

/** Abbreviations of the trade; others in capitals may be somebody's initials or name. */
export const acronyms: ReadonlySet<string> = new Set(
  `
ad adsl aes ap api arp ascii bcc bgp bios bsod ca cc cd cifs cmd com cpe cps cpu crc crl csv cve dc dect dfs dhcp dkim dll dmarc dmz
dns dns dsn dvd ecc edr efs exe fai fai faq fsmo ftp ftps ftto ftth fw gb gg ghz gif go gpo gpu gsm gtr guid had hdd hid hkcu hklm hp html
http https ia ics id ie ike imap imei io ip ipsec ipp iscsi iso isp it jpeg jpg json kb kdc ko lacp lan ldap lds led lte lun mac
mail mapi mb mbps mdm mdp mfa mib mo mpls ms msi mtu mx nac nas nat nfc nfs nic ntfs ntlm ntp nvr oid ok os ost otp ou ouf pac pbx pc
pcl pdf pin pj pki poe png pop pos ppp ps pst pxe qos qr rac radius raid ram raz rdp rdsh rds rj rma rms roi rpo rtc rtp sas
san sata sd sdsl sfp sftp sha sip sla smb sms smtp snmp spf sql ssd ssh ssid ssl sso stp svg sw tb tcp tls to tpe tpm trunk tse ttl udp uefi unc
upn ups ups url urgent usb utp uuid vdi vga vip vlan vm voip vpn vss wan wds wep wifi wlan wmi wpa wsus www xls xlsx docx doc xml zip ras nok
rdv tel cat nhs rib sav rh dsi drh ide arm rcp mssante apicrypt pmr npu tr re fw fwd hs kbps mhz ro rw tbd eth gi dpi ppd ldap rpc wins dcom dos eap peap
`
    .trim()
    .split(/\s+/),
)
