// A field that searches the page it stands on.

import { Icon } from "./Icon.tsx";
import "./search_field.css";

export interface SearchFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly typed: string;
  onType(typed: string): void;
}

export const SearchField = ({ label, hint, typed, onType }: SearchFieldProps) => (
  <label className="search-field">
    <Icon name="search" />
    <input
      type="text"
      autoComplete="off"
      placeholder={hint}
      aria-label={label}
      value={typed}
      onChange={({ target }) => onType(target.value)}
    />
  </label>
);
