import {cityHeat} from './leads/city-heat.ts'
import {commons} from './leads/commons.ts'
import {countingTheDead} from './leads/counting-the-dead.ts'
import {elevenDays} from './leads/eleven-days.ts'
import {fareFree} from './leads/fare-free.ts'
import {footnote} from './leads/footnote.ts'
import {librariesLend} from './leads/libraries-lend.ts'
import {linkRot} from './leads/link-rot.ts'
import {mapProjections} from './leads/map-projections.ts'
import {schoolClock} from './leads/school-clock.ts'
import {seedBanks} from './leads/seed-banks.ts'
import {localTime, farrElevation, pewLinks, seattleSleep, tallinnDemand} from './figures/bars.ts'
import {heatProfile, pageAnatomy, svalbardSection} from './figures/diagrams.ts'
import {greenlandAfrica} from './figures/greenland-africa.ts'
import {mercatorArea} from './figures/mercator-area.ts'
import {nightingaleRose} from './figures/nightingale-rose.ts'
import type {Picture} from './picture.ts'
import {adaezeMarlowe} from './portraits/adaeze-marlowe.ts'
import {meeraRoss} from './portraits/meera-ross.ts'
import {rafaelOcampo} from './portraits/rafael-ocampo.ts'
import {sigridPike} from './portraits/sigrid-pike.ts'
import {tomaszWierzba} from './portraits/tomasz-wierzba.ts'

/** Drawn one at a time, so that a run for one picture does not pay for the others. */
export const pictures: (() => Picture)[] = [
  mapProjections,
  countingTheDead,
  fareFree,
  librariesLend,
  commons,
  schoolClock,
  footnote,
  seedBanks,
  cityHeat,
  linkRot,
  elevenDays,
  adaezeMarlowe,
  tomaszWierzba,
  sigridPike,
  rafaelOcampo,
  meeraRoss,
  mercatorArea,
  greenlandAfrica,
  nightingaleRose,
  farrElevation,
  tallinnDemand,
  localTime,
  seattleSleep,
  pageAnatomy,
  svalbardSection,
  heatProfile,
  pewLinks,
]
