interface MixedEntry {
  /** As an editor has it. */
  pasted: string
  /** As the page prints it in APA style and British English, checked by hand. */
  printed: string
}

/** The work that the library has before the paste. */
export const knownWork = {
  type: 'book',
  title: 'Pilots of the northern harbours',
  author: [{_key: 'a', _type: 'person', family: 'Hollis', given: 'Margaret A.'}],
  issued: {_type: 'issuedDate', status: 'dated', year: 2011},
  publisher: 'Quay Press',
}

const lines: MixedEntry[] = [
  {
    pasted: '1. Mensah, K. (2016). Lights on the coast: A natural history (2nd ed.). Beacon Books.',
    printed: 'Mensah, K. (2016). Lights on the coast: A natural history (2nd ed.). Beacon Books.',
  },
  {
    pasted:
      '2. Adeyemi, T., & Brandt, L. (2018). Tidal flats under pressure. Journal of Coastal Studies, 12(3), 245-268. https://doi.org/10.5555/jcs.2018.245',
    printed:
      'Adeyemi, T., & Brandt, L. (2018). Tidal flats under pressure. Journal of Coastal Studies, 12(3), 245–268. https://doi.org/10.5555/jcs.2018.245',
  },
  {
    pasted:
      '3. Nordic Pilotage Authority. (2024, March 12). Guidance for winter navigation. https://www.pilotage.example/guidance/winter-navigation',
    printed:
      'Nordic Pilotage Authority. (2024, March 12). Guidance for winter navigation. https://www.pilotage.example/guidance/winter-navigation',
  },
  {
    pasted: '4. Hollis, M. A. (2011). Pilots of the northern harbours. Quay Press.',
    printed: 'Hollis, M. A. (2011). Pilots of the northern harbours. Quay Press.',
  },
  {
    pasted:
      '[5] Tide table. (n.d.). In Encyclopedia of the sea. Retrieved June 3, 2026, from https://www.sea-encyclopedia.example/tide-table',
    printed:
      'Tide table. (n.d.). In Encyclopedia of the sea. Retrieved June 3, 2026, from https://www.sea-encyclopedia.example/tide-table',
  },
  {
    pasted:
      'Van der Meer, J. (2009). Measuring the pull of the moon. In A. Sato & R. Klein (Eds.), Handbook of tidal science (pp. 101–130). Meridian University Press.',
    printed:
      'Van der Meer, J. (2009). Measuring the pull of the moon. In A. Sato & R. Klein (Eds.), Handbook of tidal science (pp. 101–130). Meridian University Press.',
  },
  {
    pasted:
      'Whitcombe, E. (2022, July 9). The last lighthouse keepers. The Coastal Times. https://www.coastaltimes.example/2022/07/09/last-keepers',
    printed:
      'Whitcombe, E. (2022, July 9). The last lighthouse keepers. The Coastal Times. https://www.coastaltimes.example/2022/07/09/last-keepers',
  },
  {
    pasted:
      'Ministry of Fisheries. (2019). Inshore waters in figures (Report No. 18-2059). https://www.fisheries.example/reports/18-2059.pdf',
    printed:
      'Ministry of Fisheries. (2019). Inshore waters in figures (Report No. 18-2059). https://www.fisheries.example/reports/18-2059.pdf',
  },
  {
    pasted:
      'Osei, B. (2021). Currents of trade: Shipping and reform, 1850–1914 [Doctoral dissertation, University of Lindmouth]. https://repository.lindmouth.example/osei-2021',
    printed:
      'Osei, B. (2021). Currents of trade: Shipping and reform, 1850–1914 [Doctoral dissertation, University of Lindmouth]. https://repository.lindmouth.example/osei-2021',
  },
  {
    pasted:
      'Ruiz, C., Okafor, N., & Lindqvist, P. (2020). Sediment cores of four estuaries [Data set]. Coastal Data Archive. https://doi.org/10.5555/cda.77',
    printed:
      'Ruiz, C., Okafor, N., & Lindqvist, P. (2020). Sediment cores of four estuaries [Data set]. Coastal Data Archive. https://doi.org/10.5555/cda.77',
  },
]

const records: MixedEntry[] = [
  {
    pasted: `@article{sorensen1998,
  author  = {S{\\o}rensen, Liv and M{\\"u}ller, Hans J.},
  title   = {Ice, drift and the winter of {Baltic} trade},
  journal = {Maritime Economics},
  year    = 1998,
  volume  = {7},
  number  = {2},
  pages   = {33--51}
}`,
    printed:
      'Sørensen, L., & Müller, H. J. (1998). Ice, drift and the winter of Baltic trade. Maritime Economics, 7(2), 33–51.',
  },
  {
    pasted: `@techreport{iho2015,
  author      = {{Harbour Survey Office}},
  title       = {Soundings of shallow ports},
  institution = {Harbour Survey Office},
  year        = {2015},
  number      = {44}
}`,
    printed: 'Harbour Survey Office. (2015). Soundings of shallow ports (No. 44).',
  },
  {
    pasted: `TY  - JOUR
AU  - Tanaka, Emi
AU  - Reid, Colin P.
PY  - 2013/05/02
TI  - Seabirds as witnesses of the tide
JO  - Shore Ecology
VL  - 41
IS  - 1
SP  - 9
EP  - 27
DO  - 10.5555/shore.41.9
ER  - `,
    printed:
      'Tanaka, E., & Reid, C. P. (2013). Seabirds as witnesses of the tide. Shore Ecology, 41(1), 9–27. https://doi.org/10.5555/shore.41.9',
  },
  {
    pasted: `TY  - BOOK
AU  - Amado, Inês
PY  - 1987
TI  - Salt pans of the south
CY  - Lisbon
PB  - Atlântico
ER  - `,
    printed: 'Amado, I. (1987). Salt pans of the south. Atlântico.',
  },
  {
    pasted: `{
  "id": "varga2004",
  "type": "book",
  "title": "Rivers without banks",
  "author": [{"family": "Varga", "given": "Péter"}],
  "issued": {"date-parts": [[2004]]},
  "publisher": "Duna Press"
}`,
    printed: 'Varga, P. (2004). Rivers without banks. Duna Press.',
  },
  {
    pasted: `{
  "id": "iqbal2023",
  "type": "article-magazine",
  "title": "Who owns the estuary?",
  "container-title": "Brackish",
  "author": [{"family": "Iqbal", "given": "Sana"}, {"literal": "Brackish Staff"}],
  "issued": {"date-parts": [[2023, 10]]},
  "page": "12-19"
}`,
    printed: 'Iqbal, S., & Brackish Staff. (2023, October). Who owns the estuary? Brackish, 12–19.',
  },
]

const addresses: MixedEntry[] = [
  {pasted: '10.5555/alone.2020.1', printed: '10.5555/alone.2020.1'},
  {
    pasted: 'https://www.harbourmuseum.example/collections/tide-gauges',
    printed: 'https://www.harbourmuseum.example/collections/tide-gauges',
  },
  {
    pasted: 'Ask Maria about that pamphlet from the harbour museum',
    printed: 'Ask Maria about that pamphlet from the harbour museum',
  },
  {
    pasted: 'Sato, A. (in press). What the gauges missed. Journal of Coastal Studies.',
    printed: 'Sato, A. (in press). What the gauges missed. Journal of Coastal Studies.',
  },
]

/** Twenty references as they come together in a folder: numbered and plain lines, BibTeX, RIS, CSL-JSON, a DOI, an address, a note. */
export const mixedBibliography: readonly MixedEntry[] = [...lines, ...records, ...addresses]

/** The twenty as one paste. */
export const mixedPaste = [lines, records, addresses]
  .map((group, index) => group.map(({pasted}) => pasted).join(index === 0 ? '\n' : '\n\n'))
  .join('\n\n')
