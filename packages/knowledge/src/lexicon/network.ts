/** Network, links, Wi-Fi, remote access. Notation: see `lexicon`. */
export const networkGroups = `
reseau, network, lan
commutateur, switch
pile, stack, stacking
routeur, router, passerelle, gateway, box
pare-feu, pare feu, firewall, parefeu, fortigate
borne wifi, borne wi-fi, borne, point d'acces, access point, ap, wifi access point
wifi, wi fi, wireless, sans fil, wlan
visiteur, invite, guest
portail captif, captive portal
ssid, nom du reseau
vlan, reseau virtuel
port, interface, prise
cable, cordon, cabling, patch cord
fibre, fiber, optique, fibre optique
baie, armoire, rack, local technique, baie de brassage
onduleur, ups, batterie
alimentation, courant, power, power supply, electricite, electrique
coupure de courant, coupure electrique, power cut, power outage, panne de courant, panne electrique
coupure, outage, panne, downtime, indisponib*, interruption
lien, liaison, link, uplink
fournisseur, operateur, fai, isp, provider, carrier
internet, web, acces internet
lenteur, lent, slow, slowness, ralentissement, latence, latency
debit, bande passante, bandwidth, throughput
perte de paquets, packet loss
ping, icmp
injoignable, unreachable, ne repond plus, down, hors service, hs, hors ligne, offline
joignable, reachable, en ligne, online, up
etat, status, statut, sante, health
diagnostic, diagnosti*, diagnose, troubleshoot*, depannage, depanner
adresse ip, ip address, ip
dhcp, bail
dns, resolution de noms, name resolution
adresse mac, mac address
proxy, serveur mandataire
vpn, acces distant, remote access, tunnel, teletravail, remote work, nomade, a distance, remotely
bureau a distance, rdp, remote desktop, tse, rds
boucle, loop, spanning tree, stp
supervision, monitoring, observium, surveillance
alerte, alert, alarm, alarme
maintenance, entretien
plage de maintenance, fenetre de maintenance, maintenance window
redemarr*, reboot*, restart*, relancer
mise a jour, update, upgrade, maj, patch, mettre a jour
micrologiciel, firmware
remplac*, replace*, swap
temperature, ventilation, fan, ventilateur, surchauffe, overheating
poe, power over ethernet
temps de fonctionnement, uptime, en service depuis
trafic, traffic, flux
erreur crc, crc, crc error
telephonie, telephone, telephonique, phone, voip, ip phone, poste telephonique
mobile, smartphone, portable telephone, cell phone, telephone portable, gsm
tablette, tablet, ipad
secours, backup link, 4g, lien de secours, failover
`
