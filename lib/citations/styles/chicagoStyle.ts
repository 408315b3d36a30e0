import {humanitiesMacros} from './humanitiesMacros'

/**
 * A bibliography in the manner of the Chicago Manual of Style (18th ed., notes and bibliography): neither cities of
 * publishers nor pages of chapters; cases and laws as lawyers cite them. Titles keep the capitals that they were typed with.
 */
export const chicagoStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" demote-non-dropping-particle="never"
  page-range-format="chicago">
  <info>
    <title>In the manner of Chicago</title>
    <id>octavo:chicago</id>
    <category citation-format="note"/>
    <updated>2026-11-23T00:00:00+00:00</updated>
  </info>
  <locale xml:lang="en">
    <terms>
      <term name="circa" form="short">ca.</term>
      <term name="editortranslator" form="verb">edited and translated by</term>
    </terms>
  </locale>${humanitiesMacros}
  <macro name="lead">
    <names variable="author">
      <name name-as-sort-order="first" delimiter-precedes-last="always"/>
      <label form="short" prefix=", "/>
      <substitute><names variable="director"/><text macro="lead-editor"/></substitute>
    </names>
  </macro>
  <macro name="lead-editor">
    <choose>
      <if variable="container-title" match="none">
        <names variable="editor">
          <name name-as-sort-order="first" delimiter-precedes-last="always"/><label form="short" prefix=", "/>
        </names>
      </if>
    </choose>
  </macro>
  <macro name="work">
    <choose>
      <if type="article-journal article-magazine article-newspaper chapter entry-dictionary entry-encyclopedia
        interview manuscript paper-conference post-weblog speech thesis webpage">
        <text variable="title" quotes="true"/>
      </if>
      <else-if variable="container-title"><text variable="title" quotes="true"/></else-if>
      <else-if type="motion_picture" variable="URL"><text variable="title" quotes="true"/></else-if>
      <else><text variable="title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="contributors">
    <names variable="editor translator" delimiter=". ">
      <label form="verb" text-case="capitalize-first" suffix=" "/><name/>
    </names>
  </macro>
  <macro name="journal">
    <group delimiter=". ">
      <text macro="contributors"/>
      <choose>
        <if variable="volume issue" match="any">
          <group delimiter=": ">
            <group delimiter=" ">
              <group delimiter=", ">
                <group delimiter=" ">
                  <text variable="container-title" font-style="italic"/><text variable="volume"/>
                </group>
                <text macro="issue"/>
              </group>
              <text macro="year" prefix="(" suffix=")"/>
            </group>
            <text macro="pages"/>
          </group>
        </if>
        <else>
          <group delimiter=", ">
            <text variable="container-title" font-style="italic"/><text macro="date"/><text macro="pages"/>
          </group>
        </else>
      </choose>
    </group>
  </macro>
  <macro name="pages">
    <choose>
      <if variable="page"><text variable="page"/></if>
      <else><text variable="number"/></else>
    </choose>
  </macro>
  <macro name="press">
    <group delimiter=". ">
      <text macro="contributors"/>
      <group delimiter=", ">
        <text variable="container-title" font-style="italic"/><text variable="edition"/><text macro="date"/>
      </group>
    </group>
  </macro>
  <macro name="site">
    <group delimiter=". ">
      <text variable="container-title"/>
      <text variable="publisher"/>
      <choose><if variable="issued status" match="any"><text macro="date"/></if></choose>
    </group>
  </macro>
  <macro name="part">
    <group delimiter=". ">
      <group delimiter=", ">
        <group delimiter=" ">
          <text term="in" text-case="capitalize-first"/><text variable="container-title" font-style="italic"/>
        </group>
        <names variable="editor translator" delimiter=", "><label form="verb" suffix=" "/><name/></names>
      </group>
      <text macro="edition"/>
      <text macro="volume"/>
      <text macro="imprint"/>
    </group>
  </macro>
  <macro name="episode">
    <group delimiter=". ">
      <group delimiter=", ">
        <text variable="container-title" font-style="italic"/><text macro="bare-number"/>
      </group>
      <text macro="kind"/>
      <text macro="imprint"/>
    </group>
  </macro>
  <macro name="talk">
    <group delimiter=", ">
      <text macro="kind"/>
      <text variable="event-title"/>
      <text variable="publisher"/>
      <text variable="event-place"/>
      <text macro="date"/>
    </group>
  </macro>
  <macro name="conversation">
    <group delimiter=". ">
      <text macro="kind"/>
      <group delimiter=", ">
        <text variable="container-title" font-style="italic"/><text variable="publisher"/><text macro="date"/>
      </group>
    </group>
  </macro>
  <macro name="thesis">
    <group delimiter=". ">
      <group delimiter=", "><text macro="kind"/><text variable="publisher"/><text macro="date"/></group>
      <group delimiter=" "><text variable="archive"/><text variable="number" prefix="(" suffix=")"/></group>
    </group>
  </macro>
  <macro name="paper">
    <group delimiter=". ">
      <group delimiter=", "><text macro="kind"/><text macro="date"/></group>
      <group delimiter=", ">
        <text variable="number"/><text variable="publisher"/><text variable="publisher-place"/>
      </group>
    </group>
  </macro>
  <macro name="whole">
    <group delimiter=". ">
      <text macro="contributors"/>
      <text variable="container-title" font-style="italic"/>
      <group delimiter=" "><text macro="kind"/><text macro="bare-number"/></group>
      <text macro="edition"/>
      <text macro="release"/>
      <text macro="volume"/>
      <text macro="imprint"/>
    </group>
  </macro>
  <macro name="volume">
    <group delimiter=" ">
      <text term="volume" form="short" text-case="capitalize-first"/><text variable="volume"/>
    </group>
  </macro>
  <macro name="imprint">
    <choose>
      <if variable="publisher">
        <group delimiter=", "><text variable="publisher"/><text macro="date"/></group>
      </if>
      <else-if variable="publisher-place">
        <group delimiter=", "><text variable="publisher-place"/><text macro="date"/></group>
      </else-if>
      <else-if variable="issued"><text macro="date"/></else-if>
      <else-if variable="status"><text term="forthcoming" text-case="capitalize-first"/></else-if>
      <else-if variable="accessed URL"/>
      <else><text term="no date" form="short" text-case="capitalize-first"/></else>
    </choose>
  </macro>
  <macro name="date">
    <choose>
      <if type="book chapter dataset paper-conference software thesis"><text macro="year"/></if>
      <else-if variable="issued">
        <group delimiter=" "><text macro="about"/><date variable="issued" form="text"/></group>
      </else-if>
      <else><text macro="undated"/></else>
    </choose>
  </macro>
  <macro name="year">
    <choose>
      <if variable="issued">
        <group delimiter=" "><text macro="about"/><date variable="issued" form="text" date-parts="year"/></group>
      </if>
      <else><text macro="undated"/></else>
    </choose>
  </macro>
  <macro name="about">
    <choose><if is-uncertain-date="issued"><text term="circa" form="short"/></if></choose>
  </macro>
  <macro name="undated">
    <choose>
      <if variable="status"><text term="forthcoming"/></if>
      <else-if variable="accessed URL"/>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>
  <macro name="law">
    <group delimiter=" ">
      <group delimiter=", ">
        <text variable="title"/>
        <choose>
          <if type="legislation"><text variable="number" prefix="Pub. L. No. "/></if>
          <else><text variable="number" prefix="No. "/></else>
        </choose>
        <group delimiter=" ">
          <text variable="volume"/><text variable="container-title"/><text macro="first-page"/>
        </group>
      </group>
      <group delimiter=" " prefix="(" suffix=")">
        <text variable="authority"/>
        <choose>
          <if variable="container-title"><text macro="year"/></if>
          <else><text macro="date"/></else>
        </choose>
      </group>
    </group>
  </macro>
  <macro name="first-page">
    <choose>
      <if type="legal_case"><text variable="page-first"/></if>
      <else><text variable="page"/></else>
    </choose>
  </macro>
  <macro name="entry">
    <group delimiter=". ">
      <text macro="lead"/>
      <text macro="work"/>
      <choose>
        <if type="article-journal paper-conference"><text macro="journal"/></if>
        <else-if type="article-magazine article-newspaper post-weblog"><text macro="press"/></else-if>
        <else-if type="webpage"><text macro="site"/></else-if>
        <else-if type="chapter entry-dictionary entry-encyclopedia"><text macro="part"/></else-if>
        <else-if type="broadcast"><text macro="episode"/></else-if>
        <else-if type="speech"><text macro="talk"/></else-if>
        <else-if type="interview"><text macro="conversation"/></else-if>
        <else-if type="thesis"><text macro="thesis"/></else-if>
        <else-if type="manuscript"><text macro="paper"/></else-if>
        <else><text macro="whole"/></else>
      </choose>
    </group>
  </macro>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography and="text" et-al-min="7" et-al-use-first="3" delimiter-precedes-last="contextual">
    <layout suffix=".">
      <group delimiter=". ">
        <choose>
          <if type="legal_case legislation"><text macro="law"/></if>
          <else><text macro="entry"/></else>
        </choose>
        <text macro="visited"/>
        <text macro="address"/>
      </group>
    </layout>
  </bibliography>
</style>
`
