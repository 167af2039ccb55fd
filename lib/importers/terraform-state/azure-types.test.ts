import { azureFixtures } from "../../providers/azure/model/terraform/__fixtures__";
import { azureIdentity } from "../../providers/azure/model/terraform/identity";
import { terraformFixtureSuite } from "./fixture-suite";

terraformFixtureSuite(azureIdentity, azureFixtures, { minWithEdges: 100 });
