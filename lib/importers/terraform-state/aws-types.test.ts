import { awsFixtures } from "../../providers/aws/model/terraform/__fixtures__";
import { awsIdentity } from "../../providers/aws/model/terraform/identity";
import { terraformFixtureSuite } from "./fixture-suite";

terraformFixtureSuite(awsIdentity, awsFixtures, { minWithEdges: 150 });
