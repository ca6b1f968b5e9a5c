import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf, visitorPlace } from './visitor-place.ts'

test('One visitor is an IPv4 address, or a network of IPv6 of 64 bits, however it is written', () => {
  const places = {
    '203.0.113.9': '203.0.113.9',
    '::ffff:203.0.113.9': '203.0.113.9',
    '::FFFF:cb00:7109': '203.0.113.9',
    '0:0:0:0:0:ffff:cb00:7109': '203.0.113.9',
    '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::',
    '2001:0DB8:0001:0002::9': '2001:db8:1:2::',
    '2001:db8::1': '2001:db8:0:0::',
    'fe80::1%eth0': 'fe80:0:0:0::',
    '::1': '0:0:0:0::',
  }
  for (const [ip, place] of Object.entries(places)) assert.equal(visitorPlace(ip), place, ip)
})

test('A network is named without the visitor in it', () => {
  assert.equal(networkOf('203.0.113.77'), '203.0.113.0')
  assert.equal(networkOf('::ffff:203.0.113.77'), '203.0.113.0')
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1::')
  assert.equal(networkOf('2001:db8::6'), '2001:db8:0::')
})
