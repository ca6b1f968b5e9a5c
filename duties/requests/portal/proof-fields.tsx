import type { FieldError } from '../contract.ts'
import { largestProof, type ProofKind, proofLabels, proofMediaTypes } from '../rules/proofs.ts'
import type { Answers } from './draft.ts'

const megabytes = largestProof / 1024 / 1024

/** Where the proofs of identity are chosen: the applicant's own, and an agent's with the authority to ask. */
export function ProofFields({ answers, errors }: { answers: Answers; errors: readonly FieldError[] }) {
  const kinds: readonly ProofKind[] = answers.agent
    ? ['identity', 'authority', 'agentIdentity']
    : ['identity']
  return (
    <section>
      <h2>证件</h2>
      <p class="hint">
        JPG、PNG 图片或者 PDF，每个不超过{megabytes}
        MB。加密保存，只有核验身份的人员可以查看，每次查看留有记录。 修改上面的内容以后，要重新选择文件。
      </p>
      {kinds.map((kind) => (
        <ProofField key={kind} kind={kind} error={errors.find(({ field }) => field === kind)?.message} />
      ))}
    </section>
  )
}

function ProofField({ kind, error }: { kind: ProofKind; error: string | undefined }) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={kind}>
        {proofLabels[kind]}
        {kind !== 'authority' && <span class="optional">（选填）</span>}
      </label>
      {error && (
        <p class="error" id={`${kind}-error`}>
          {error}
        </p>
      )}
      <input
        id={kind}
        name={kind}
        type="file"
        accept={proofMediaTypes.join(',')}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${kind}-error` : undefined}
      />
    </div>
  )
}

/** What is missing among the proofs: whoever asks for another shows that they may. */
export const missingProof = (
  answers: Answers,
  sent: readonly { what: ProofKind }[],
): FieldError | undefined =>
  answers.agent && sent.every(({ what }) => what !== 'authority')
    ? { field: 'authority', message: '由代理人提出申请的，请上传授权委托书' }
    : undefined
