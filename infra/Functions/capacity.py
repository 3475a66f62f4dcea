"""Gives a workload's servers of one Region their full number, and waits until they serve.

Called by the capacity step of the Region switch plan. The call's event is not read: its form is not documented, and all that
counts is known to the function. What does not end well raises, which fails the call; the plan calls again until its time-out.
"""

import json
import os
import time

import boto3

PAUSE_SECONDS = 5
# What is left for the answer when the function's own time is nearly over.
RESERVE_MILLISECONDS = 10_000


def handler(event, context):
    wanted = wanted_instances(boto3.client("ssm"), os.environ["MANIFEST"])
    scaling = boto3.client("autoscaling")
    name = os.environ["GROUP"]
    group = find_group(scaling, name)
    raise_to(scaling, group, wanted)
    balancing = boto3.client("elbv2")
    target_group = group["TargetGroupARNs"][0]
    while True:
        healthy = healthy_targets(balancing, target_group)
        if healthy >= wanted:
            return {"group": name, "wanted": wanted, "healthy": healthy}
        if context.get_remaining_time_in_millis() < RESERVE_MILLISECONDS:
            raise TimeoutError(f"{name}: {healthy} of {wanted} instances are healthy; call again to go on waiting")
        time.sleep(PAUSE_SECONDS)


def wanted_instances(parameters, manifest_name):
    manifest = json.loads(parameters.get_parameter(Name=manifest_name)["Parameter"]["Value"])
    return manifest["capacity"]["serving"]


def find_group(scaling, name):
    groups = scaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"]
    if not groups:
        raise LookupError(f"{name}: no such Auto Scaling group in this Region")
    return groups[0]


def raise_to(scaling, group, wanted):
    """Never lowers: a second call, or one that comes late, takes nothing away from a Region that serves.

    Only the desired number: it is no input of the stack, so the next update finds nothing to take back. The least number is the
    stack's, and follows with its activation.
    """
    if group["DesiredCapacity"] < wanted:
        scaling.set_desired_capacity(
            AutoScalingGroupName=group["AutoScalingGroupName"],
            DesiredCapacity=wanted,
            HonorCooldown=False,
        )


def healthy_targets(balancing, target_group):
    targets = balancing.describe_target_health(TargetGroupArn=target_group)["TargetHealthDescriptions"]
    return sum(target["TargetHealth"]["State"] == "healthy" for target in targets)
