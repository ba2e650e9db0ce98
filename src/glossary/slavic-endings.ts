import { anyOf, exchange, type Endings } from './ending.ts'

export const russian: Endings = {
  otherGender: /^(?:[иы]й>(?:ая|яя|ую|юю|ой|ою)|(?:ая|яя)>(?:ого|его|ому|ему|[иы]й|[иы]м))$/u,
  lost: anyOf('а я о е ь й и ы ий ый ой ая яя ое ее ые ие'),
  added: anyOf(
    'а я у ю е и ы о ь й ом ем ам ям ах ях ой ей ою ею ью ами ями ого его ому ему им ым их ых ими ыми ая яя ую юю ое ее ые ие ий ый',
  ),
  stems: exchange([/[ео](?=[^аеиоуыэюя]$)/u, '']),
}

export const ukrainian: Endings = {
  otherGender: /^(?:[иі]й>(?:а|я|ая|у|ю|ую|ої|ій|ою)|(?:а|я|ая)>(?:ий|ого|ому|им))$/u,
  lost: anyOf('а я о е є ь й и і ї ий ій ая яя'),
  added: anyOf(
    'а я у ю е є и і ї о ь й ом ем єм ам ям ах ях ою ею єю ами ями ові еві єві ого ього ому ьому ьої ьою им ім їм их іх ими іми ій ої ий ая яя аго ага ай аю ыя ым ых ымі ы',
  ),
  stems: exchange(
    [/[ії](?=[^аеєиіїоуюя]$)/u, 'о'],
    [/[ії](?=[^аеєиіїоуюя]$)/u, 'е'],
    [/ї(?=[^аеєиіїоуюя]$)/u, 'є'],
    [/[еоє](?=[^аеєиіїоуюя]$)/u, ''],
    [/г$/u, 'з'],
    [/к$/u, 'ц'],
    [/х$/u, 'с'],
  ),
}

export const bulgarian: Endings = {
  hasNoCases: true,
  lost: anyOf('й'),
  added: anyOf('а я ът ят та то те от ва на ина'),
}

const possessive =
  'ov ova ovo ovi ove ovu ovog ovom ovim ovih ovy ovym ovych ovou uv ův in ina ino ini ine inu inog inom inim inih'

export const polish: Endings = {
  otherGender: /^[iy]>(?:a|ą|ej)$/u,
  lost: anyOf('a e o i y ia'),
  added: anyOf(
    'a u e i y o ie em iem om ą ę owi ego iego emu iemu im ym ich ych imi ymi ami ach ech ów ii ją',
  ),
  stems: exchange(
    [/ó(?=\p{L}$)/u, 'o'],
    [/e(?=[^aeiouyąęó]$)/u, ''],
    [/g$/u, 'dz'],
    [/k$/u, 'c'],
    [/ł$/u, 'l'],
    // Budapeszt, Budapeszcie; Bagdad, Bagdadzie; Ankara, Ankarze; Niemcy, Niemczech; Włochy, Włoszech.
    [/t$/u, 'ci'],
    [/st$/u, 'ści'],
    [/d$/u, 'dzi'],
    [/r$/u, 'rz'],
    [/c$/u, 'cz'],
    [/ch$/u, 'sz'],
    // Łódź, Łodzi; Poznań, Poznaniu.
    [/ódź$/u, 'odz'],
    [/ń$/u, 'ni'],
    [/ś$/u, 'si'],
    [/ź$/u, 'zi'],
  ),
}

export const czech: Endings = {
  lost: anyOf('a e o i y á é ý í yj ij ia ie'),
  added: anyOf(
    `a e ě i y o u ů ou em om ám ovi ové í ím ém é á ý ým ích ých ého ému ho mu m ha ech ami emi ie iu ii iou ${possessive}`,
  ),
  stems: exchange(
    [/e(?=[^aeiouyáéíóúý]$)/u, ''],
    [/k$/u, 'c'],
    [/h$/u, 'z'],
    [/g$/u, 'z'],
    // Dům, domu; Plzeň, Plzni.
    [/ů(?=\p{L}$)/u, 'o'],
    [/eň$/u, 'n'],
    [/ň$/u, 'n'],
    [/ď$/u, 'd'],
    [/ť$/u, 't'],
  ),
}

export const southSlavic: Endings = {
  lost: anyOf('a e i o а е и о ј'),
  added: anyOf(
    `a e i o u om em im ju jo je ja jem jom og oga ega ome omu emu ama ima ih ${possessive} а е и о у ом ем им ју је ја јем ог ога оме ому ама има их ов ова ово ови`,
  ),
  stems: exchange(
    [/[aа](?=[^aeiouаеиоу]$)/u, ''],
    [/k$/u, 'c'],
    [/к$/u, 'ц'],
    [/g$/u, 'z'],
    [/г$/u, 'з'],
  ),
}
