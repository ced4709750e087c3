// Help in the Netherlands, the same list as the terminal's (Sources/Terminal/HelpLines.swift). What each is for
// stands with the texts, by key.

/** The day of the list these were taken from; nobody has called them for it. */
export const asOf = "2026-11-24";
/** After so many days it is said that they may have changed. */
export const freshDays = 365;

export const helpLines = [
  ["emergency", "Alarmnummer", "112"],
  ["police", "Politie", "0900-8844"],
  ["suicide", "113 Zelfmoordpreventie", "113, 0800-0113, 113.nl"],
  ["sexualViolence", "Centrum Seksueel Geweld", "0800-0188, centrumseksueelgeweld.nl"],
  ["victims", "Slachtofferhulp Nederland", "0900-0101, slachtofferhulp.nl"],
  ["home", "Veilig Thuis", "0800-2000"],
  ["listening", "De Luisterlijn", "088-0767 000"],
  ["under18", "Kindertelefoon", "0800-0432, kindertelefoon.nl"],
  ["mental", "MIND Korrelatie", "0900-1450"],
  ["wrongdoing", "Huis voor Klokkenluiders", "088-133 10 00, huisvoorklokkenluiders.nl"],
  ["conditions", "Nederlandse Arbeidsinspectie", "0800-5151, nlarbeidsinspectie.nl"],
  ["discrimination", "College voor de Rechten van de Mens", "030-888 38 88, mensenrechten.nl"],
  ["discrimination", "Discriminatie.nl", "0800-0880, discriminatie.nl"],
  ["legal", "Het Juridisch Loket", "juridischloket.nl"],
  ["crime", "Meld Misdaad Anoniem", "0800-7000"],
  ["schools", "Vertrouwensinspecteur onderwijs", "0900-111 3 111"],
  ["association", "LVV", "lvvv.nl"],
];
