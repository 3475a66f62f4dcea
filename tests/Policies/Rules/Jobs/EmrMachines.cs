namespace DrInfra.Tests.Policies.Rules.Jobs;

/// <summary>A state machine that works on an EMR cluster which it makes: by the lease, and with a commit of its own.</summary>
internal static class EmrMachines
{
    public const string Caught = """ "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "End" }] """;

    private const string Read = """
        "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
        "Parameters": { "TableName": "lease", "Key": { "workload": { "S": "orders" } }, "ConsistentRead": true }
        """;

    public static readonly string Sound = $$"""
        { "StartAt": "First", "States": {
          "First": { {{Read}}, "ResultPath": "$.first", "Next": "Held" },
          "Held": { "Type": "Choice", "Choices": [{ "Variable": "$.first.Item.holder.S", "StringEquals": "eu-west-1", "Next": "Run" }], "Default": "Not" },
          "Not": { "Type": "Succeed" },
          "Run": { "Type": "Parallel", "End": true, "Branches": [{ "StartAt": "Make", "States": {
            "Make": { "Type": "Task", "Resource": "arn:aws:states:::elasticmapreduce:createCluster", "ResultPath": "$.cluster",
              "Parameters": { "ServiceRole": "emr", "JobFlowRole": "nodes", "Tags": [{ "Key": "dr:workload", "Value": "orders" }],
                "Instances": { "KeepJobFlowAliveWhenNoSteps": true, "Ec2SubnetIds.$": "$.subnets" } }, "Next": "Work" },
            "Work": { "Type": "Task", "Resource": "arn:aws:states:::elasticmapreduce:addStep.sync", {{Caught}}, "ResultPath": "$.work", "Next": "Again",
              "Parameters": { "Step": { "HadoopJarStep": { "Jar": "s3://code/job.jar" } } } },
            "Again": { {{Read}}, {{Caught}}, "ResultPath": "$.again", "Next": "Still" },
            "Still": { "Type": "Choice", "Default": "End",
              "Choices": [{ "Variable": "$.again.Item.holder.S", "StringEquals": "eu-west-1", "Next": "Commit" }] },
            "Commit": { "Type": "Task", "Resource": "arn:aws:states:::elasticmapreduce:addStep.sync", {{Caught}}, "Next": "End" },
            "End": { "Type": "Task", "Resource": "arn:aws:states:::elasticmapreduce:terminateCluster", "Next": "Done" },
            "Done": { "Type": "Succeed" } } }] } } }
        """;

    /// <summary>The machine with its table, its role and a schedule that starts it.</summary>
    public static TestGraph Graph(string definition) => new TestGraph()
        .Add("aws:dynamodb/table:Table", "lease", """
            { "name": "lease", "hashKey": "workload", "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }
            """)
        .Add(
            "aws:sfn/stateMachine:StateMachine", "machine", """{ "name": "rollup", "roleArn": "arn:aws:iam::111122223333:role/role" }""",
            outputs: """{ "arn": "arn:aws:states:eu-west-1:111122223333:stateMachine:rollup" }""")
        .With("machine", "definition", definition)
        .Add("aws:scheduler/schedule:Schedule", "hourly", """
            { "name": "hourly", "groupName": "jobs", "scheduleExpression": "rate(1 hour)",
              "target": { "arn": "arn:aws:states:eu-west-1:111122223333:stateMachine:rollup", "roleArn": "arn:aws:iam::111122223333:role/starter",
                "input": "{\"subnets\":[\"subnet-a\",\"subnet-b\"]}" } }
            """, outputs: """{ "arn": "arn:aws:scheduler:eu-west-1:111122223333:schedule/jobs/hourly" }""");

    /// <summary>The definition with the one place of a text changed.</summary>
    public static TestGraph Graph(string from, string to) => Graph(Sound.Change(from, to));
}
