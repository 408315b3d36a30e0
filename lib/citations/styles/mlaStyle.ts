import {humanitiesMacros} from './humanitiesMacros'

/** Names that are not turned round. */
const IN_ORDER = 'delimiter-precedes-last="never" delimiter-precedes-et-al="never"'

/**
 * A list of works cited in the manner of the MLA Handbook (9th ed.): the work, then what holds it, with that one's
 * contributors, version, number, publisher, date and place. Titles keep the capitals that they were typed with.
 */
export const mlaStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" demote-non-dropping-particle="never"
  page-range-format="minimal-two">
  <info>
    <title>In the manner of MLA</title>
    <id>octavo:mla</id>
    <category citation-format="author"/>
    <updated>2026-11-23T00:00:00+00:00</updated>
  </info>
  <locale xml:lang="en">
    <date form="text">
      <date-part name="day" suffix=" "/><date-part name="month" form="short" suffix=" "/><date-part name="year"/>
    </date>
    <terms><term name="editortranslator" form="verb">edited and translated by</term></terms>
  </locale>${humanitiesMacros}
  <macro name="lead">
    <names variable="author">
      <name name-as-sort-order="first"/>
      <label prefix=", "/>
      <substitute><text macro="lead-editor"/></substitute>
    </names>
  </macro>
  <macro name="lead-editor">
    <choose>
      <if variable="container-title" match="none">
        <names variable="editor"><name name-as-sort-order="first"/><label prefix=", "/></names>
      </if>
    </choose>
  </macro>
  <macro name="work">
    <choose>
      <if type="legal_case legislation"><text variable="title" font-style="italic"/></if>
      <else-if type="article-journal article-magazine article-newspaper chapter entry-dictionary entry-encyclopedia
        interview paper-conference post-weblog speech webpage"><text variable="title" quotes="true"/></else-if>
      <else-if variable="container-title"><text variable="title" quotes="true"/></else-if>
      <else><text variable="title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="source">
    <group delimiter=", ">
      <text variable="event-title"/>
      <text variable="container-title" font-style="italic"/>
      <text macro="contributors"/>
      <text macro="edition"/>
      <text macro="release"/>
      <text macro="volume"/>
      <text macro="issue"/>
      <text macro="number"/>
      <text macro="publisher"/>
      <text macro="date"/>
      <text variable="event-place"/>
      <text macro="pages"/>
      <text macro="address"/>
    </group>
  </macro>
  <macro name="contributors">
    <choose>
      <if variable="container-title">
        <names variable="editor translator" delimiter=", "><label form="verb" suffix=" "/><name ${IN_ORDER}/></names>
      </if>
      <else-if variable="author editor translator">
        <group delimiter=", ">
          <names variable="editor"><label form="verb" text-case="capitalize-first" suffix=" "/><name ${IN_ORDER}/></names>
          <names variable="translator"><label form="verb" suffix=" "/><name ${IN_ORDER}/></names>
        </group>
      </else-if>
      <else>
        <names variable="editor translator director" delimiter=", ">
          <label form="verb" text-case="capitalize-first" suffix=" "/><name ${IN_ORDER}/>
        </names>
      </else>
    </choose>
  </macro>
  <macro name="volume">
    <group delimiter=" ">
      <choose>
        <if variable="container-title edition translator" match="any"><text term="volume" form="short"/></if>
        <else-if variable="author editor"><text term="volume" form="short"/></else-if>
        <else><text term="volume" form="short" text-case="capitalize-first"/></else>
      </choose>
      <text variable="volume"/>
    </group>
  </macro>
  <macro name="number">
    <choose>
      <if type="article-journal" match="none">
        <group delimiter=" ">
          <choose><if type="report"><text variable="genre"/></if></choose>
          <text macro="bare-number"/>
        </group>
      </if>
    </choose>
  </macro>
  <macro name="publisher">
    <choose>
      <if variable="publisher"><text variable="publisher"/></if>
      <else-if variable="event-place" match="none"><text variable="publisher-place"/></else-if>
    </choose>
  </macro>
  <macro name="date">
    <choose>
      <if variable="issued">
        <group delimiter=" ">
          <choose><if is-uncertain-date="issued"><text macro="about"/></if></choose>
          <choose>
            <if type="book chapter paper-conference thesis">
              <date variable="issued" form="text" date-parts="year"/>
            </if>
            <else><date variable="issued" form="text"/></else>
          </choose>
        </group>
      </if>
      <else-if variable="status container-title"><text term="forthcoming"/></else-if>
      <else-if variable="status publisher"><text term="forthcoming"/></else-if>
      <else-if variable="status"><text term="forthcoming" text-case="capitalize-first"/></else-if>
    </choose>
  </macro>
  <macro name="about">
    <choose>
      <if variable="container-title publisher" match="any"><text term="circa"/></if>
      <else><text term="circa" text-case="capitalize-first"/></else>
    </choose>
  </macro>
  <macro name="pages">
    <choose>
      <if variable="page">
        <group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>
      </if>
      <else-if type="article-journal">
        <group delimiter=" "><text term="article-locator"/><text variable="number"/></group>
      </else-if>
    </choose>
  </macro>
  <macro name="thesis">
    <group delimiter=". ">
      <text macro="date"/>
      <group delimiter=", "><text variable="publisher"/><text variable="genre"/></group>
      <group delimiter=", ">
        <text variable="archive" font-style="italic"/><text variable="number"/><text macro="address"/>
      </group>
    </group>
  </macro>
  <macro name="manuscript">
    <group delimiter=". ">
      <text macro="date"/>
      <group delimiter=", ">
        <text variable="publisher"/><text variable="publisher-place"/><text variable="number"/><text macro="address"/>
      </group>
      <text macro="kind"/>
    </group>
  </macro>
  <macro name="law">
    <group delimiter=", ">
      <choose>
        <if type="legislation"><text variable="number" prefix="Public Law "/></if>
        <else><text variable="number" prefix="No. "/></else>
      </choose>
      <group delimiter=" ">
        <text variable="volume"/><text variable="container-title"/><text variable="page"/>
      </group>
      <text variable="authority"/>
      <text macro="date"/>
      <text macro="address"/>
    </group>
  </macro>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography and="text" et-al-min="3" et-al-use-first="1" delimiter-precedes-last="after-inverted-name"
    delimiter-precedes-et-al="after-inverted-name">
    <layout suffix=".">
      <group delimiter=". ">
        <text macro="lead"/>
        <text macro="work"/>
        <choose>
          <if type="thesis"><text macro="thesis"/></if>
          <else-if type="manuscript"><text macro="manuscript"/></else-if>
          <else-if type="legal_case legislation"><text macro="law"/></else-if>
          <else-if type="report"><text macro="source"/></else-if>
          <else><group delimiter=". "><text macro="source"/><text macro="kind"/></group></else>
        </choose>
        <text macro="visited"/>
      </group>
    </layout>
  </bibliography>
</style>
`
