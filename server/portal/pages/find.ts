// Finding a place: by name or code where a server answers, by going down the levels everywhere.

import { membersOf, levelWord, readChildren } from "#server/portal/area_chain";
import { html, joined, type Html } from "#server/portal/html";
import { say, type Page, type View } from "#server/portal/view";
import { searchAreas } from "#server/read/areas/area_search";
import { overviewGroup } from "#server/portal/overview";

/** Places that are listed for one search. */
const FOUND = 50;
/** Most letters of a search. */
export const LONGEST_SEARCH = 60;

/** The field in which a place is looked for. */
export function findForm({ words, links, language }: View, q: string): Html {
  return html`<form
    class="find"
    action="${links.page("find", language)}"
    method="get"
    role="search"
    data-index="${links.isServed ? links.file(`suggest?lang=${language}&q=`) : links.file(`places-${language}.json`)}"
    data-place="${links.page("place/CODE", language)}"
  >
    <input
      id="q"
      name="q"
      type="search"
      value="${q}"
      maxlength="${LONGEST_SEARCH}"
      autocomplete="off"
      placeholder="${words.findLabel}"
      aria-label="${words.findLabel}"
    /><button>${words.findButton}</button>
  </form>`;
}

/** Places for a search, as the suggestions and the page list them. */
export async function findPlaces(view: View, q: string, limit: number) {
  const { total, areas } = await searchAreas(view.store, view.release, { q, limit });
  return {
    total,
    places: areas.map(({ code, names, level, parentNames }) => ({
      code,
      name: say(view, names),
      of: parentNames
        .slice(-2)
        .map((parent) => say(view, parent))
        .join(" "),
      level: levelWord(view, level),
    })),
  };
}

async function results(view: View, q: string): Promise<Html> {
  const { words, links, language } = view;
  const { total, places } = await findPlaces(view, q, FOUND);
  if (places.length === 0) return html`<p role="status">${words.foundNone(q)}</p>`;
  return html`<p role="status">
      ${words.found(total, q)}${total > places.length ? words.foundMore(places.length) : null}
    </p>
    <ul class="list">
      ${places.map(
        ({ code, name, of, level }) =>
          html`<li>
            <a href="${links.page(`place/${code}`, language)}"
              ><b>${name}</b> <span>${of} · ${level}</span></a
            >
          </li>`,
      )}
    </ul>`;
}

/** The page for a search, and for none: all areas of the middle levels by name. */
export async function findPage(view: View, q: string): Promise<Page> {
  const { words, links, language } = view;
  const group = await overviewGroup(view);
  const lists = await Promise.all(
    membersOf(group).map(async (idx) => {
      const children = await readChildren(view, { level: group.level, idx });
      return html`<section class="card">
        <h2>
          <a href="${links.page(`place/${group.code(idx)}`, language)}">${say(view, group.names(idx))}</a>
        </h2>
        ${
          children
            ? html`<p class="names">
                ${joined(
                  membersOf(children).map(
                    (child) =>
                      html`<a href="${links.page(`place/${children.code(child)}`, language)}"
                        >${say(view, children.names(child))}</a
                      >`,
                  ),
                  " ",
                )}
              </p>`
            : null
        }
      </section>`;
    }),
  );
  const body = html`<h1><label for="q">${words.findTitle}</label></h1>
    ${findForm(view, q)}${q === "" ? html`<p class="lead">${words.findHow}</p>` : await results(view, q)}
    <div class="cards">${lists}</div>`;
  return {
    title: words.nav.find,
    description: words.findHow,
    nav: "find",
    body,
    ...(q === "" ? {} : { isUnlisted: true }),
  };
}
