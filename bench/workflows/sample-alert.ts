const firstSecond = 1_767_706_212
const page = 'https://observium.example/device/device=512/'
const link = `<a href="${page}" class="entity-popup" data-eid="512" data-etype="device">SWITCH-MUSIC-001</a>`

/** A notification of Observium, as large as they are, and like no other of the same bench. */
export function sampleAlert(number: number): Record<string, string | null> {
  return {
    ALERT_STATE: 'ALERT',
    ALERT_STATE_NAME: 'ALARM',
    ALERT_STATUS: '0',
    ALERT_SEVERITY: 'Critical',
    ALERT_COLOR: '#D94640',
    ALERT_URL: `${page}tab=alert/alert_entry=7731/`,
    ALERT_UNIXTIME: String(firstSecond + number),
    ALERT_TIMESTAMP: '2026-01-06 14:30:12 +01:00',
    ALERT_TIMESTAMP_RFC2822: 'Tue, 06 Jan 2026 14:30:12 +0100',
    ALERT_TIMESTAMP_RFC3339: new Date((firstSecond + number) * 1_000).toISOString(),
    ALERT_ID: String(100_000 + number),
    ALERT_MESSAGE: 'Device is down',
    CONDITIONS: 'device_status equals 0 (0)',
    METRICS: 'device_status = 0',
    DURATION: '4m 31s (2026-01-06 14:25:41)',
    ENTITY_URL: page,
    ENTITY_LINK: link,
    ENTITY_NAME: 'switch-music-001',
    ENTITY_ID: '512',
    ENTITY_TYPE: 'device',
    ENTITY_DESCRIPTION: null,
    DEVICE_HOSTNAME: 'switch-music-001',
    DEVICE_SYSNAME: 'SWITCH-MUSIC-001',
    DEVICE_ID: '512',
    DEVICE_URL: page,
    DEVICE_LINK: link,
    DEVICE_HARDWARE: 'C9200L-24P',
    DEVICE_OS: 'Cisco IOS-XE 17.9.4',
    DEVICE_TYPE: 'network',
    DEVICE_LOCATION: 'EHPAD Music Art, Local technique',
    DEVICE_UPTIME: 'Down (PING) 4m 31s',
    DEVICE_REBOOTED: '2025-11-22 03:12:09',
    TITLE: 'ALERT: [switch-music-001] [device] Device is down',
  }
}
