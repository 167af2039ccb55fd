/** The layout draws the page: see `AddressState`. */
export default function Page() {
  return null;
}
