import type { ComponentChildren } from 'preact'
import { type FieldTrouble, troubleOf } from './errors.ts'

/** What a form shows again: what was typed, and what is wrong with it. */
export interface Filled {
  values: Readonly<Record<string, string>>
  errors?: readonly FieldTrouble[] | undefined
}

/** The list of errors at the top of a form; each leads to its field. */
export function ErrorSummary({ errors }: { errors?: readonly FieldTrouble[] | undefined }) {
  if (!errors || errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1}>
      <h2>请更正下列 {errors.length} 处</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  filled: Filled
  /** The label is the heading of the page: one thing per page. */
  heading?: boolean
  optional?: boolean
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'date' | 'search'
  autocomplete?: string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  maxLength?: number
  size?: 'short' | 'middle' | 'long'
}

/** One line to be typed. */
export function TextField(props: TextFieldProps) {
  const { name, filled, type = 'text', autocomplete, inputMode, maxLength, size = 'long', optional } = props
  const error = troubleOf(filled.errors, name)
  return (
    <Frame {...props} error={error}>
      <input
        class={`text ${size}`}
        id={name}
        name={name}
        // Preact types an input by one literal kind.
        type={type as 'text'}
        value={filled.values[name] ?? ''}
        autocomplete={autocomplete ?? 'off'}
        inputMode={inputMode}
        maxLength={maxLength}
        aria-required={optional ? undefined : 'true'}
        {...described(name, props.hint, error)}
      />
    </Frame>
  )
}

/** Several lines to be typed. */
export function TextArea(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { name, filled, rows = 8, maxLength, optional } = props
  const error = troubleOf(filled.errors, name)
  return (
    <Frame {...props} error={error}>
      <textarea
        class="text long"
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        aria-required={optional ? undefined : 'true'}
        {...described(name, props.hint, error)}
      >
        {/* A leading line break of a textarea is dropped by the parser. */}
        {`\n${filled.values[name] ?? ''}`}
      </textarea>
    </Frame>
  )
}

function Frame(props: FieldProps & { error: string | undefined; children: ComponentChildren }) {
  const { name, label, hint, heading, optional, error, children } = props
  const words = (
    <label for={name}>
      {label}
      {optional && <span class="optional">（选填）</span>}
    </label>
  )
  return (
    <div class={error ? 'field wrong' : 'field'}>
      {heading ? <h1 class="question">{words}</h1> : words}
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

const described = (name: string, hint: string | undefined, error: string | undefined) => ({
  'aria-describedby':
    [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
})

export interface Choice {
  value: string
  label: string
  hint?: string | undefined
}

/** One of several; the first choice carries the id that the error summary links to. */
export function Radios(props: FieldProps & { choices: readonly Choice[] }) {
  const { name, label, hint, heading, filled, choices } = props
  const error = troubleOf(filled.errors, name)
  return (
    <fieldset class={error ? 'field wrong' : 'field'} {...described(name, hint, error)}>
      <legend>{heading ? <h1 class="question">{label}</h1> : label}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div class="choices">
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            choice={choice}
            name={name}
            id={index === 0 ? name : `${name}-${choice.value}`}
            checked={filled.values[name] === choice.value}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Radio(props: { choice: Choice; name: string; id: string; checked: boolean }) {
  const { choice, name, id, checked } = props
  return (
    <div class="choice">
      <input
        type="radio"
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={choice.hint ? `${id}-says` : undefined}
      />
      <label for={id}>{choice.label}</label>
      {choice.hint && (
        <span class="hint" id={`${id}-says`}>
          {choice.hint}
        </span>
      )}
    </div>
  )
}

/** A choice from a longer list. */
export function Select(props: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const { name, filled, choices, empty } = props
  const error = troubleOf(filled.errors, name)
  return (
    <Frame {...props} error={error}>
      <select id={name} name={name} {...described(name, props.hint, error)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={filled.values[name] === choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** A sentence that refuses, at the top of a page. */
export function Refusal({ words }: { words: string | undefined }) {
  if (!words) return null
  return (
    <p class="note weighty" role="alert">
      {words}
    </p>
  )
}

/** Fields that travel unseen. */
export function Hidden({ fields }: { fields: Readonly<Record<string, string | undefined>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ''} />
      ))}
    </>
  )
}
