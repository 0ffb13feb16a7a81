// English words of the first visit: what this is in three sentences, and a tour of four stops.

export const tour = {
  welcome: {
    title: "Village Lens in three sentences",
    sentences: [
      "It shows how many people are poor, where they live and why, from the whole territory down to each village.",
      "Three lenses look at the same places: poverty, what there is (schools, clinics, roads, money), and which help reaches whom.",
      "Every number opens where it comes from, and every view is a link that can be shared, printed or found again.",
    ],
    start: "Take the tour",
    skip: "Not now",
  },
  tour: {
    label: "Tour",
    again: "Take the tour in four stops",
    at: (stop: number, of: number) => `${stop} of ${of}`,
    back: "Back",
    next: "Next",
    end: "Done",
    stops: {
      place: {
        title: "Where you are",
        text: "The way from the top down to the open area. Type here to find a village, a school or an indicator.",
      },
      sentence: {
        title: "What the map shows",
        text: "One sentence says which indicator, areas and period. Each underlined word can be changed; the line below says where it is worst.",
      },
      legend: {
        title: "What the colours mean",
        text: "Words stand at both ends, missing figures have signs of their own. Press a class to see only its areas.",
      },
      card: {
        title: "Who, why and what helps",
        text: "Press an area on the map and its card opens here: people first, then causes and help. A dotted number leads to its source.",
      },
    },
  },
};
