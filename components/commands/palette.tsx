"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { ArrowRight, Check, ChevronLeft, ChevronRight, CornerDownLeft, List, Search, SunMoon, Waypoints, Zap } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import { describeType } from "@/lib/catalogue";
import { useDiagrams } from "../data/queries";
import { counted } from "../data/words";
import { modeIcons } from "../shell/mode-icons";
import { chooseUiMode } from "../shell/ui-mode";
import { TypeTile } from "../ui/type-tile";
import { actionSources } from "./action-registry";
import { KeyCaps } from "./key-caps";
import { paletteSections, paletteSteps, toRecent, type PaletteEntry, type PaletteSection, type PaletteStep } from "./palette-entries";
import { addRecent, readRecent } from "./recent";
import { useFoundResources } from "./use-found-resources";

/** Search over everything: what can be done here, pages, diagrams, resources. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [step, setStep] = useState<PaletteStep | null>(null);
  const [recent] = useState(readRecent);
  const [actions] = useState(() => actionSources().flatMap((source) => source.actions()));
  const { data: diagrams } = useDiagrams();
  const { resources, isSearching, problem } = useFoundResources(step === null ? query : "");
  const sections = useMemo(() => paletteSections({ actions, diagrams: diagrams ?? [], resources, recent }, step, query), [actions, diagrams, resources, recent, step, query]);
  const choose = useChoose(onClose);

  function pick(entry: PaletteEntry) {
    if (entry.kind !== "step") return choose(entry);
    setStep(entry.step);
    setQuery("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Backspace" || query !== "" || step === null) return;
    event.preventDefault();
    setStep(null);
  }

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-shade transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label="Search and commands"
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[calc(100dvh-16px)] max-w-[640px] flex-col overflow-hidden rounded-frame border border-hairline bg-surface text-ink shadow-2 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:top-[12vh] sm:max-h-[min(560px,80dvh)]"
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={sections}
            value={query}
            onValueChange={(value, { reason }) => reason !== "item-press" && setQuery(value)}
            itemToStringValue={({ label }: PaletteEntry) => label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex shrink-0 items-center gap-2 border-b border-hairline px-4">
              {step === null ? <Search size={16} aria-hidden className="shrink-0 text-muted" /> : <StepBack step={step} onBack={() => setStep(null)} />}
              <Autocomplete.Input
                aria-label={step === null ? "Search and commands" : paletteSteps[step]}
                placeholder={step === null ? "Search resources, diagrams, pages and actions" : "Type to narrow the list"}
                spellCheck={false}
                autoComplete="off"
                onKeyDown={onKeyDown}
                className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none max-sm:text-lg"
              />
              <Dialog.Close className="rounded-chip px-1.5 py-1 text-xs text-muted hover:bg-hover">Esc<span className="sr-only">, close</span></Dialog.Close>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain scroll-py-2 p-2">
              <Autocomplete.List>
                {({ title, items }: PaletteSection) => (
                  <Autocomplete.Group key={title} items={items} className="not-first:mt-2">
                    <Autocomplete.GroupLabel className="px-2 py-1 text-xs font-medium text-muted">{title}</Autocomplete.GroupLabel>
                    <Autocomplete.Collection>{(entry: PaletteEntry) => <Entry key={entry.id} entry={entry} onPick={() => pick(entry)} />}</Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
              <Autocomplete.Status className="text-sm text-muted">{statusText(sections, query, isSearching, problem)}</Autocomplete.Status>
            </div>
            <Footer canGoBack={step !== null} />
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Closes the palette and does what was chosen. */
function useChoose(onClose: () => void): (entry: Exclude<PaletteEntry, { kind: "step" }>) => void {
  const router = useRouter();

  async function showResource(resource: Extract<PaletteEntry, { kind: "resource" }>["resource"]) {
    for (const { reveal } of actionSources()) {
      if (reveal !== null && (await reveal(resource))) return;
    }
    router.push(`/inventory?sel=${encodeURIComponent(resource.key)}`);
  }

  return (entry) => {
    const remembered = toRecent(entry);
    if (remembered !== null) addRecent(remembered);
    onClose();
    switch (entry.kind) {
      case "action":
      case "page":
        // After the palette has given the focus back: actions may open something that takes it.
        return void requestAnimationFrame(entry.action.run);
      case "diagram":
        return router.push(`/d/${encodeURIComponent(entry.diagramId)}`);
      case "resource":
        return void showResource(entry.resource);
      case "mode":
        return chooseUiMode(entry.mode);
    }
  };
}

function StepBack({ step, onBack }: { step: PaletteStep; onBack: () => void }) {
  return (
    <button type="button" aria-label={`Back from ${paletteSteps[step]}`} onClick={onBack} className="inline-flex h-7 shrink-0 items-center gap-1 rounded-chip bg-frame ps-1 pe-2 text-sm font-medium hover:bg-hover">
      <ChevronLeft size={14} aria-hidden /> {paletteSteps[step]}
    </button>
  );
}

function Entry({ entry, onPick }: { entry: PaletteEntry; onPick: () => void }) {
  const keys = entry.kind === "action" || entry.kind === "page" ? entry.action.keys?.[0] : undefined;
  return (
    <Autocomplete.Item value={entry} onClick={onPick} className="flex min-h-9 cursor-default items-center gap-3 rounded-card px-2 py-1 outline-none select-none data-highlighted:bg-hover">
      <span className="inline-flex w-5 shrink-0 justify-center text-muted">{iconOf(entry)}</span>
      <span className="min-w-0 truncate" title={entry.label}>{entry.label}</span>
      <span className="min-w-0 flex-1 truncate text-sm text-muted">{detailOf(entry)}</span>
      {entry.kind === "action" && entry.action.isChecked === true && <Check size={14} role="img" aria-label="on" className="shrink-0 text-link" />}
      {entry.kind === "step" && <ChevronRight size={14} aria-hidden className="shrink-0 text-muted" />}
      {keys !== undefined && <KeyCaps keys={keys} className="max-sm:hidden" />}
    </Autocomplete.Item>
  );
}

function iconOf(entry: PaletteEntry): ReactNode {
  switch (entry.kind) {
    case "resource":
      return <TypeTile type={entry.resource.type} />;
    case "diagram":
      return <Waypoints size={16} aria-hidden />;
    case "page":
      return <ArrowRight size={16} aria-hidden />;
    case "mode": {
      const Icon = modeIcons[entry.mode];
      return <Icon size={16} aria-hidden />;
    }
    case "action":
      return <Zap size={15} aria-hidden />;
    case "step":
      return entry.step === "theme" ? <SunMoon size={16} aria-hidden /> : <List size={16} aria-hidden />;
  }
}

function detailOf(entry: PaletteEntry): string {
  if (entry.kind === "resource") return [describeType(entry.resource.type).label, entry.where].filter((part) => part !== "").join(" · ");
  if (entry.kind === "mode") return "Interface";
  return "";
}

function statusText(sections: readonly PaletteSection[], query: string, isSearching: boolean, problem: string | null): ReactNode {
  if (problem !== null) return <p className="px-2 py-1">Resources: {problem}</p>;
  const found = sections.reduce((sum, { items }) => sum + items.length, 0);
  if (isSearching) return <p className="px-2 py-1">Searching resources…</p>;
  if (found === 0) return <p className="px-2 py-1 break-words">Nothing is called “{query.trim()}”.</p>;
  return query.trim() === "" ? null : <span className="sr-only">{counted(found, "result")}</span>;
}

function Footer({ canGoBack }: { canGoBack: boolean }) {
  return (
    <footer aria-hidden className="flex shrink-0 items-center gap-4 border-t border-hairline px-4 py-2 text-xs text-muted max-sm:hidden">
      <span className="inline-flex items-center gap-1.5"><KeyCaps keys="ArrowUp" /><KeyCaps keys="ArrowDown" /> choose</span>
      <span className="inline-flex items-center gap-1.5"><CornerDownLeft size={12} /> open</span>
      {canGoBack && <span className="inline-flex items-center gap-1.5"><KeyCaps keys="Backspace" /> back</span>}
    </footer>
  );
}
