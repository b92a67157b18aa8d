/** The value of a query option, its name in any case; a plus sign is a plus sign. Source: RFC 3986, 2.2. */
export function optionIn(query: string, name: string): string | undefined {
  for (const part of query.split('&')) {
    const [key = '', ...value] = part.split('=');
    try {
      if (decodeURIComponent(key).toLowerCase() === name.toLowerCase()) return decodeURIComponent(value.join('='));
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** True where a query holds no character that has to be encoded. Source: RFC 3986, 3.4. */
export function isPercentEncoded(query: string): boolean {
  return /^(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*$/i.test(query);
}

/** The same URL, but for letters that may stand encoded or not. Source: RFC 3986, 6.2.2; the URL Standard encodes quotes. */
export function sameUrl(left: string, right: string): boolean {
  return normalised(left) === normalised(right);
}

function normalised(url: string): string {
  return url.replaceAll(/%[0-9a-f]{2}/gi, (coded) => {
    const letter = String.fromCharCode(Number.parseInt(coded.slice(1), 16));
    return /[\w\-.~'()*!$]/.test(letter) ? letter : coded.toUpperCase();
  });
}
