import { countWords, endsSentence } from './size.ts'

/** A line that is a label and a number or an address, not a sentence. */
const mostLabelWords = 12

const licence =
  /(?:许可证|許可證|备案|備案|ICP|公网安备|经营许可|licen[cs]e|registration|licencia|lizenz|лицензи[яи]|ліцензі[яї]|свидетельство|свідоцтво|ISSN|ترخيص)/iu
/** As Chinese and Russian sites print it: the number follows its label with or without a sign. */
const licenceLine =
  /^[\p{L}\s()（）:：.,'’/«»-]{0,60}(?:许可证|許可證|备案|備案|ICP[备備证證]?|公网安备|经营许可证?|licen[cs]e|registration|licencia|lizenz|лицензи[яи]|ліцензі[яї]|свидетельство|свідоцтво|ISSN|ترخيص)[\p{L}\s()（）:：.,/№#-]{0,40}[\d][\p{L}\d\s()（）:：.,/№#-]*$/iu

/** Whether a line is the number of a licence or registration and nothing else. */
export function isLicenceLine(plain: string): boolean {
  return (
    licence.test(plain) &&
    licenceLine.test(plain) &&
    /\d{4}/.test(plain) &&
    countWords(plain) <= mostLabelWords * 2 &&
    !endsSentence(plain) &&
    // "The licence No. 4412 was withdrawn" has a verb after the number, a label has none.
    !/\d[\s,]+\p{Ll}{2,}[\s]+\p{L}/u.test(plain)
  )
}

const contact = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|\+?\(?\d[\d\s().–-]{5,20}\d/gu
const contactLabel =
  /hotline|helpline|tip ?line|news tips?|phone|tel\b|tel\.|fax|e-?mail|contact|call us|write to us|whatsapp|telegram|signal|viber|feedback|newsroom|correo|teléfono|contacto|courriel|téléphone|kontakt|telefon|редакці|редакци|телефон|пошта|почта|зв['’]яз|гаряча лінія|горячая линия|связь|热线|熱線|电话|電話|邮箱|举报|舉報|联系|聯繫|هاتف|البريد|الخط الساخن|اتصل|تواصل/iu

/** Whether a line is a hotline, a telephone number or an e-mail address with its label. */
export function isContactLine(plain: string): boolean {
  if (!/[@\d]/.test(plain)) return false
  const rest = plain.replace(contact, ' ')
  if (rest === plain) return false
  const words = countWords(rest)
  // "More information: press@port.example": a label, a colon, and addresses only.
  if (plain.includes('@') && words <= 6 && /^[^:：.!?]+[:：][\s,;]*$/u.test(rest)) return true
  if (words === 0) return /@|\+|\d.*\d.*\d.*\d.*\d.*\d.*\d/.test(plain)
  return (
    words <= mostLabelWords &&
    contactLabel.test(rest) &&
    (!endsSentence(plain) || /^(?:e-?mail|call|contact|write to) (?:us|our)\b/iu.test(plain))
  )
}

const rights =
  /(?:all rights reserved|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|tutti i diritti riservati|todos os direitos reservados|wszelkie prawa zastrzeżone|(?:усі|всі) права захищен|все права защищены|版权所有|版權所有|جميع الحقوق محفوظة|may not be (?:published|reproduced|redistributed))/iu

/** Whether a line is the copyright notice of the page; `© Name/Agency` is a photo credit. */
export function isCopyrightLine(plain: string): boolean {
  if (countWords(plain) > 40) return false
  if (/^(?:©|\(c\)|copyright\b|авторськ|авторские права)/iu.test(plain)) {
    return /(?:19|20)\d\d/.test(plain) || rights.test(plain)
  }
  return rights.test(plain) && countWords(plain) <= 20
}

const dateLabel =
  /^(?:(?:first )?published|(?:last )?(?:updated|modified)|posted|publicado|actualizado|publié|mis à jour|veröffentlicht|aktualisiert|stand|опубліковано|оновлено|опубликовано|обновлено|发布时间|更新时间|发布于|نشر|تم النشر|آخر تحديث)(?: on| at| el| le| am)?\s*[:：]?\s*/iu

/** Whether a line says when the article was published or changed. */
export function isDateLine(plain: string): boolean {
  const label = dateLabel.exec(plain)
  if (label === null || countWords(plain) > mostLabelWords || endsSentence(plain)) return false
  const date = plain.slice(label[0].length)
  // "Updated figures of 2024" goes on with a word, a date with a number or a capital.
  return /^[\p{N}\p{Lu}]/u.test(date) && /(?:19|20)\d\d|\d{1,2}[:.h]\d\d/u.test(date)
}
