import { useId, useRef, useState, type DragEvent } from "react";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { inputClass } from "../../ui/field";

/** A key or a certificate is some kB; what is larger is another file. */
const mostBytes = 65_536;

/** A text that lies in a file: chosen, dropped or pasted. It is as secret as a password, and drawn like one. */
export function FileField({ label, placeholder, value, onChange }: { label: string; placeholder?: string; value: string; onChange: (text: string) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<{ text: string; isError: boolean } | null>(null);

  async function read(files: FileList | null) {
    const file = files?.[0];
    if (file === undefined) return;
    if (file.size > mostBytes) {
      setTold({ text: "This file is too large for a key.", isError: true });
      return;
    }
    onChange(await file.text());
    setTold({ text: `Read from ${file.name}`, isError: false });
  }

  return (
    <div
      onDragEnter={keep}
      onDragLeave={keep}
      onDragOver={keep}
      onDrop={(event) => {
        keep(event);
        void read(event.dataTransfer.files);
      }}
      className="flex flex-col gap-1 sm:col-span-2"
    >
      <label htmlFor={id} className="text-sm font-medium">{label}</label>
      <textarea
        id={id}
        rows={3}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-told`}
        onChange={(event) => {
          setTold(null);
          onChange(event.target.value);
        }}
        className={classNames(inputClass, "h-auto resize-y py-2 font-mono text-sm", value !== "" && "[-webkit-text-security:disc]")}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={() => input.current?.click()}>Choose the file</Button>
        <p id={`${id}-told`} role={told?.isError === true ? "alert" : undefined} className={classNames("min-w-0 text-sm break-words", told?.isError === true ? "text-danger" : "text-muted")}>{told?.text ?? "or drop it, or paste its text"}</p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={`${label}, as a file`}
          onChange={(event) => {
            void read(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
    </div>
  );
}

/** The page would import what is dropped. */
function keep(event: DragEvent): void {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  event.stopPropagation();
}
