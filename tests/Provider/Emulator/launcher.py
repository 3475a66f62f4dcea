"""Starts moto's server with the defects cured that the applied configurations meet.

Each function cures one defect and names it. They make the emulator answer as AWS documents; none of them is known to the product.
"""
import copy
import hashlib
import json
import sys
from urllib.parse import unquote


def kms_replicas_are_keys_of_their_own():
    """A replica shares the primary's configuration, aliases and tags; the next read says the primary is none, and tags never come."""
    from moto.kms import models, responses

    def replicate_key(self, key_id, replica_region):
        primary = self.keys[key_id]
        replica = copy.copy(primary)
        replica.region = replica_region
        replica.arn = primary.arn.replace(self.region_name, replica_region)
        replica.aliases, replica.grants = {}, {}
        replica.multi_region_configuration = {**primary.multi_region_configuration, "MultiRegionKeyType": "REPLICA"}
        replicas = primary.multi_region_configuration["ReplicaKeys"]
        if all(known["Region"] != replica_region for known in replicas):
            replicas.append({"Arn": replica.arn, "Region": replica_region})
        models.kms_backends[self.account_id][replica_region].keys[replica.id] = replica
        return replica

    def answer(self):
        result = replicate(self)
        backend = models.kms_backends[self.current_account][self._get_param("ReplicaRegion")]
        replica = backend.keys[self._get_param("KeyId").split("/")[-1]]
        replica.description = self._get_param("Description") or ""
        replica.policy = self._get_param("Policy") or replica.policy
        if self._get_param("Tags"):
            backend.tag_resource(replica.id, self._get_param("Tags"))
        return result

    models.KmsBackend.replicate_key = replicate_key
    replicate = responses.KmsResponse.replicate_key
    responses.KmsResponse.replicate_key = answer


def rds_instances_have_ids_of_their_own():
    """Every instance has the same DbiResourceId, by which the provider looks for it."""
    from moto.rds.models import DBInstance

    initialize = DBInstance.__init__

    def with_own_id(self, *args, **kwargs):
        initialize(self, *args, **kwargs)
        self.dbi_resource_id = "db-" + hashlib.sha256(self.db_instance_arn.encode()).hexdigest()[:26].upper()

    DBInstance.__init__ = with_own_id


def rds_global_clusters_are_told_apart():
    """The identifier in a query is ignored, and the database's name and the tags are forgotten."""
    from moto.core.responses import ActionResult
    from moto.rds.exceptions import RDSClientError
    from moto.rds.responses import RDSResponse

    create = RDSResponse.create_global_cluster

    def remembering(self):
        result = create(self)
        cluster = self.global_backend.global_clusters[self.params["GlobalClusterIdentifier"].lower()]
        cluster.database_name = self.params.get("DatabaseName")
        cluster.tags = [{"Key": tag["Key"], "Value": tag["Value"]} for tag in self.params.get("Tags") or []]
        return result

    def describe(self):
        wanted = self.params.get("GlobalClusterIdentifier")
        found = [c for c in self.global_backend.describe_global_clusters() if not wanted or c.global_cluster_identifier == wanted.lower()]
        if wanted and not found:
            raise RDSClientError("GlobalClusterNotFoundFault", f"Global cluster {wanted} not found")
        return ActionResult({"GlobalClusters": found})

    RDSResponse.create_global_cluster = remembering
    RDSResponse.describe_global_clusters = describe


def dynamodb_tables_have_replicas():
    """Replica updates are ignored, and the provider waits for them for ever."""
    from moto.dynamodb.models import dynamodb_backends
    from moto.dynamodb.models.table import Table
    from moto.dynamodb.responses import DynamoHandler

    describe_alone = Table.describe
    update_alone = DynamoHandler.update_table

    def describe(self, base_key="TableDescription"):
        answer = describe_alone(self, base_key)
        others = [replica for region, replica in getattr(self, "replicas_", {}).items() if region != self.region_name]
        if others:
            answer[base_key].update({"Replicas": others, "GlobalTableVersion": "2019.11.21"})
        return answer

    def create(table, backend, region, given):
        replica = {"RegionName": region, "ReplicaStatus": "ACTIVE", "ReplicaTableClassSummary": {"TableClass": "STANDARD"}}
        twin = copy.copy(table)
        twin.region_name = region
        twin.table_arn = table.table_arn.replace(f":{table.region_name}:", f":{region}:")
        twin.continuous_backups = copy.deepcopy(table.continuous_backups)
        if given.get("KMSMasterKeyId"):
            replica["KMSMasterKeyId"] = given["KMSMasterKeyId"]
            twin.sse_specification = {**(table.sse_specification or {}), "Enabled": True, "KMSMasterKeyId": given["KMSMasterKeyId"]}
        table.replicas_[region] = replica
        backend.tables[table.name] = twin

    def update_table(self):
        table = self.dynamodb_backend.get_table(self.body["TableName"])
        for update in self.body.get("ReplicaUpdates") or []:
            (kind, given), = update.items()
            if not hasattr(table, "replicas_"):
                table.replicas_ = {table.region_name: {"RegionName": table.region_name, "ReplicaStatus": "ACTIVE"}}
            backend = dynamodb_backends[self.current_account][given["RegionName"]]
            if kind == "Create":
                create(table, backend, given["RegionName"], given)
            elif kind == "Delete":
                table.replicas_.pop(given["RegionName"], None)
                backend.tables.pop(table.name, None)
        return update_alone(self)

    Table.describe = describe
    DynamoHandler.update_table = update_table


def backup_tags_are_found():
    """Tags are looked for under the ARN with the path's last slash, so none are found."""
    from moto.backup.responses import BackupResponse

    def list_tags(self):
        arn = unquote(self.path.split("/tags/", 1)[1]).rstrip("/")
        return json.dumps({"Tags": self.backup_backend.list_tags(resource_arn=arn)})

    BackupResponse.list_tags = list_tags


def bucket_policies_with_conditions_do_not_deny():
    """Conditions are not evaluated: a statement that denies plain HTTP denies everything, to the owner too."""
    from moto.iam.access_control import IAMPolicy, PermissionResult
    from moto.s3.models import FakeBucket

    def get_permission(self, action, resource):
        if not self.policy:
            return PermissionResult.NEUTRAL
        policy = json.loads(self.policy)
        policy["Statement"] = [statement for statement in policy["Statement"] if "Condition" not in statement]
        return IAMPolicy(json.dumps(policy)).is_action_permitted(action, resource)

    FakeBucket.get_permission = get_permission


def volumes_have_the_size_of_their_image():
    """A launch template's volume without a size is refused, where EC2 takes the size from the image."""
    from moto.ec2.models.instances import Instance

    add = Instance.add_block_device

    def add_block_device(self, size, device_path, snapshot_id=None, *args, **kwargs):
        return add(self, size if size or snapshot_id else 8, device_path, snapshot_id, *args, **kwargs)

    Instance.add_block_device = add_block_device


def scaling_policies_belong_to_groups():
    """Policies are kept by their name alone: of two groups whose policies are called alike, one loses its own."""
    from moto.autoscaling.models import AutoScalingBackend

    put = AutoScalingBackend.put_scaling_policy

    def put_scaling_policy(self, *args, **kwargs):
        before = dict(self.policies)
        policy = put(self, *args, **kwargs)
        self.policies.clear()
        self.policies.update(before)
        self.policies[f"{policy.auto_scaling_group_name}/{policy.name}"] = policy
        return policy

    AutoScalingBackend.put_scaling_policy = put_scaling_policy


def hosted_zone_ids_start_with_z():
    """They start with any letter or digit, and the settings refuse them."""
    from moto.route53 import models

    invent = models.create_route53_zone_id
    models.create_route53_zone_id = lambda **given: "Z" + invent(**given)[1:]


def eks_clusters_keep_what_they_are_told():
    """Who may use a cluster, Auto Mode and the policies of upgrades and zones are forgotten, so that the next plan makes a new cluster.

    It has no security group either, which rules name.
    """
    from moto.ec2.models import ec2_backends
    from moto.eks.responses import EKSResponse

    forgotten = {
        "access_config": "accessConfig",
        "compute_config": "computeConfig",
        "storage_config": "storageConfig",
        "upgrade_policy": "upgradePolicy",
        "zonal_shift_config": "zonalShiftConfig",
    }
    create = EKSResponse.create_cluster

    def create_cluster(self):
        result = create(self)
        cluster = self.eks_backend.describe_cluster(name=self._get_param("name"))
        for attribute, parameter in forgotten.items():
            setattr(cluster, attribute, self._get_param(parameter))
        ec2 = ec2_backends[self.current_account][self.region]
        network = cluster.resources_vpc_config
        network["vpcId"] = ec2.get_subnet(network["subnetIds"][0]).vpc_id
        network["clusterSecurityGroupId"] = ec2.create_security_group(f"eks-cluster-sg-{cluster.name}", "of the cluster", vpc_id=network["vpcId"]).id
        return result

    EKSResponse.create_cluster = create_cluster


def state_machines_are_validated_and_have_versions():
    """There is no ValidateStateMachineDefinition, which the provider calls while it plans; what reads definitions to run them is there.

    Nor are versions listed, which the provider reads with each machine: of these here nobody has published one.
    """
    from moto.core.responses import ActionResult
    from moto.stepfunctions.parser.api import InvalidDefinition
    from moto.stepfunctions.parser.models import StepFunctionsParserBackend
    from moto.stepfunctions.responses import StepFunctionResponse

    def validate(self):
        try:
            StepFunctionsParserBackend._validate_definition(self._get_param("definition"))
        except InvalidDefinition as invalid:
            found = {"severity": "ERROR", "code": "SCHEMA_VALIDATION_FAILED", "message": str(invalid)}
            return ActionResult({"result": "FAIL", "diagnostics": [found]})
        return ActionResult({"result": "OK", "diagnostics": []})

    StepFunctionResponse.validate_state_machine_definition = validate
    StepFunctionResponse.list_state_machine_versions = lambda self: ActionResult({"stateMachineVersions": []})


def main():
    for cure in (
        kms_replicas_are_keys_of_their_own,
        rds_instances_have_ids_of_their_own,
        rds_global_clusters_are_told_apart,
        dynamodb_tables_have_replicas,
        backup_tags_are_found,
        scaling_policies_belong_to_groups,
        hosted_zone_ids_start_with_z,
        bucket_policies_with_conditions_do_not_deny,
        volumes_have_the_size_of_their_image,
        eks_clusters_keep_what_they_are_told,
        state_machines_are_validated_and_have_versions,
    ):
        cure()

    from moto.server import main as serve

    serve(sys.argv[1:])


if __name__ == "__main__":
    main()
