import { NoSuchLink } from "@/components/share/no-such-link";

export default function NotFound() {
  return <NoSuchLink />;
}
