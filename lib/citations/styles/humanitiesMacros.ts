/** CSL that our MLA and our Chicago share: an address, and when somebody was there if the work has no date. */
export const humanitiesMacros = `
  <macro name="address">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>
  <macro name="visited">
    <choose>
      <if variable="issued status" match="any"/>
      <else-if variable="URL">
        <group delimiter=" ">
          <text term="accessed" text-case="capitalize-first"/><date variable="accessed" form="text"/>
        </group>
      </else-if>
    </choose>
  </macro>
  <macro name="kind">
    <choose>
      <if variable="genre"><text variable="genre" text-case="capitalize-first"/></if>
      <else-if type="interview"><text term="interview" text-case="capitalize-first"/></else-if>
    </choose>
  </macro>
  <macro name="edition">
    <choose>
      <if is-numeric="edition">
        <group delimiter=" "><number variable="edition" form="ordinal"/><text term="edition" form="short"/></group>
      </if>
      <else><text variable="edition"/></else>
    </choose>
  </macro>
  <macro name="release">
    <group delimiter=" "><text term="version" text-case="capitalize-first"/><text variable="version"/></group>
  </macro>
  <macro name="issue">
    <group delimiter=" "><text term="issue" form="short"/><text variable="issue"/></group>
  </macro>
  <macro name="bare-number">
    <group delimiter=" ">
      <choose><if is-numeric="number"><text term="issue" form="short"/></if></choose>
      <text variable="number"/>
    </group>
  </macro>`
