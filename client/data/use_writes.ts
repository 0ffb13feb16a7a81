// Whether the server can store anything at present, asked anew while somebody looks.

import { useQuery } from "@tanstack/react-query";
import { writesContract } from "#domain/contract/writes";
import { answerOptions } from "./answers.ts";

const AGAIN_MS = 30_000;

/** Whether the database is known to take no writes. */
export function useReadOnly(): boolean {
  const { data } = useQuery({ ...answerOptions(writesContract, {}), refetchInterval: AGAIN_MS });
  return data?.answer.areTaken === false;
}
