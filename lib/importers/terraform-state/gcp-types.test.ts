import { gcpFixtures } from "../../providers/gcp/model/terraform/__fixtures__";
import { gcpIdentity } from "../../providers/gcp/model/terraform/identity";
import { terraformFixtureSuite } from "./fixture-suite";

terraformFixtureSuite(gcpIdentity, gcpFixtures, { minWithEdges: 100 });
