// The portal's words about reports, in English.

import {
  MAX_CONTACT,
  MAX_WORDS,
  type ReportFault,
  type ReportState,
  type ReportStep,
  type ReportSubject,
} from "#domain/report";

const SUBJECTS: Readonly<Record<ReportSubject, string>> = {
  water: "Water",
  road: "Road",
  housing: "Housing",
  school: "School",
  health: "Health",
  help: "Help and money",
  other: "Something else",
};
const STATES: Readonly<Record<ReportState, string>> = {
  received: "received",
  forwarded: "with the office",
  answered: "answered",
  closed: "closed",
  reopened: "back at the office",
};
const STEPS: Readonly<Record<ReportStep | "receive", (office: string) => string>> = {
  receive: () => "Received",
  forward: (office) => `Given to ${office}`,
  answer: (office) => `Answered by ${office}`,
  close: () => "Closed",
  reopen: () => "Somebody said it is still not right: back at the office",
};
const FAULTS: Readonly<Record<ReportFault["field"], (rule: ReportFault["rule"], value: string) => string>> = {
  about: (_, value) =>
    value === ""
      ? "Choose what it is about."
      : `“${value}” is nothing that can be reported here: choose from the list.`,
  words: (rule) =>
    rule === "long"
      ? `The text is too long: at most ${MAX_WORDS} characters.`
      : "Write in a few words what is wrong.",
  contact: () => `The way to reach you is too long: at most ${MAX_CONTACT} characters.`,
  photo: (rule, value) =>
    rule === "long"
      ? "The photo is larger than 5 MB: choose a smaller one."
      : `The photo cannot be used: ${value}. JPEG, PNG and WebP can. Choose another, or send without.`,
  website: () => "Leave the field “Website” empty: it is there to catch machines.",
};

export const reportsEn = {
  flag: (what: string) => `This number is wrong: ${what}`,
  flagShort: "Wrong?",
  button: "Report",
  cardTitle: "Something is wrong?",
  cardText:
    "Press the flag at a number, or tell us anything else about this place. A sentence is enough, no account.",
  cardList: "See what was reported here",
  figureTitle: "This number is wrong",
  placeTitle: (place: string) => `Report something about ${place}`,
  lead: (office: string | null, days: number) =>
    `No account needed. ${office ?? "The office in charge"} has to answer within ${days} days.`,
  where: "Which place is it about?",
  whereHow: "Find the place first.",
  asShown: (period: string, value: string) => `${period}: ${value}`,
  otherThing: (place: string) => `It is about something else in ${place}`,
  about: "What is it about?",
  choose: "Choose",
  groupPlace: "Something here",
  groupFigure: "A number is wrong",
  subject: (id: ReportSubject) => SUBJECTS[id],
  wordsFigure: "What is wrong with it?",
  wordsPlace: "What should the office know?",
  wordsHint: "No names of other people, please.",
  more: "Add a photo, or how we can reach you",
  photo: "Photo",
  photoHint: "JPEG, PNG or WebP, at most 5 MB. Where and when it was taken is removed from it.",
  contact: "Phone or e-mail",
  contactHint: "Only for questions back. Never shown to anybody else.",
  website: "Website",
  send: "Send",
  sending: "Sending…",
  privacy:
    "Everybody sees that there is a report, what it is about, and the answer. Your text and photo are shown only after they were checked.",
  similar: "Is it one of these? They are reported already.",
  faults: "Not sent yet:",
  fault: ({ field, rule, value }: ReportFault) => FAULTS[field](rule, value),
  tooMany: (minutes: number) =>
    `Too many reports came from here. What you wrote is still below: try again in ${minutes} min.`,
  tooManyPresses: (minutes: number) =>
    `Too many came from here, and this one was not counted: try again in ${minutes} min.`,
  awayPress: "It could not be counted just now: try again in a moment.",
  away: "It could not be taken just now, and nothing was kept. What you wrote is still below: try again in a moment.",
  photoAgain: "Choose the photo again, please.",
  sentTitle: "Thank you, it has arrived.",
  sentText: (number: string) => `Your report has the number ${number}.`,
  keepLink:
    "Keep this link. Only with it you see this page with your own words; nobody can send it to you again.",
  copy: "Copy the link",
  copied: "Copied",
  remember: "Remember it on this device",
  forget: "Forget it on this device",
  rememberedTitle: "Your reports, kept on this device alone",
  toldTitle: "Be told of the answer",
  toldText:
    "This page shows the answer. A feed reader (Atom) tells you of it by the address below: nobody asks for your name, number or e-mail. Give the address only to a reader that you trust: it opens this page.",
  too: "Mine too",
  tooOf: (number: string) => `Mine too: report ${number}`,
  tooDone: "You said so in this browser",
  tooCounted: "Counted. Thank you.",
  tooBefore: "This browser was counted already.",
  supporters: (count: number) => (count === 1 ? "1 other says: mine too" : `${count} others say: mine too`),
  reportOf: (number: string) => `Report ${number}`,
  state: (id: ReportState) => STATES[id],
  due: (date: string) => `An answer is due by ${date}.`,
  overdue: (date: string) => `An answer was due by ${date} and is late.`,
  officeIs: (office: string) => `In charge: ${office}`,
  noOffice: "the office in charge",
  reported: "What was reported",
  notShown: "The text is shown once it was checked.",
  ownWords: "Your words",
  ownPhoto: {
    held: "Your photo has arrived. It is not shown before it was checked.",
    released: "Your photo is shown.",
    refused: "Your photo is not shown.",
  },
  photoAlt: "Photo that came with the report",
  answer: "Answer",
  answeredOn: (office: string, date: string) => `${office}, ${date}`,
  noAnswer: "There is no answer yet.",
  history: "What happened",
  step: (id: ReportStep | "receive", office: string) => STEPS[id](office),
  still: "Still not right?",
  stillText: "Anybody may say so. It then goes back to the office, which has to answer again.",
  stillWords: "What is still not right? (only the office reads it)",
  stillButton: "Still not right",
  wasReopened: "It is back at the office.",
  notReopened: "It is at the office already.",
  listTitle: "Reports",
  listOf: (place: string) => `Reports about ${place}`,
  listLead: "What people reported as wrong or missing, and what came of it.",
  none: "Nothing was reported yet.",
  find: "Number of a report",
  findButton: "Show",
  unknownNumber: (typed: string) => `“${typed}” is no number of a report: it looks like R-2026-0042-K.`,
  noSuch: "There is no such report.",
  notTaken: "It was not taken",
  unreadable: "The form could not be read.",
  otherSite: "The form was sent from another site. Open this page here and send it again.",
  goBack: "Go back with your browser: what you wrote is still there.",
  newReport: "Report something",
  back: "Back to the place",
};

export type ReportWords = typeof reportsEn;
