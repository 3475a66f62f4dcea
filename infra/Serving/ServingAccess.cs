using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Serving;

/// <summary>What the servers of a workload may do: use their own stores in their own Region, and know what is promised for them.</summary>
public static class ServingAccess
{
    /// <summary>
    /// The database user that servers log in as with IAM, for example <c>main_ledger_app</c>. Pair and workload, since the id of a
    /// cluster is random and so the user alone tells one database of the account from another. The runbook makes it in the database,
    /// with the role <c>rds_iam</c>.
    /// </summary>
    public static string DatabaseUser(PairIdentity pair, WorkloadSettings workload) => $"{pair.Pair}_{workload.Name}_app".Replace('-', '_');

    /// <summary>The statements of the servers' role.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="region">The Region that the servers run in.</param>
    public static IReadOnlyList<Statement> Of(PairIdentity pair, WorkloadSettings workload, string region)
    {
        var names = pair.Names;
        var account = pair.AccountId;
        var statements = new List<Statement>
        {
            new()
            {
                Sid = "ReadTheManifest",
                Action = ["ssm:GetParameter"],
                Resource = [Arns.Parameter(region, account, names.Manifest(workload.Name))],
            },
        };
        if (workload.Databases.Any())
        {
            statements.AddRange(Databases(pair, names, workload, region, account));
        }

        if (workload.Tables.Any())
        {
            statements.AddRange(Tables(names, workload, region, account));
        }

        if (workload.Buckets.Any())
        {
            statements.AddRange(Buckets(names, workload, region, account));
        }

        if (workload.ClientSideEncryption)
        {
            statements.Add(new()
            {
                Sid = "EncryptInTheApplication",
                Action = ["kms:Decrypt", "kms:GenerateDataKey"],
                Resource = [Arns.AnyKey(region, account)],
                Condition = new()
                {
                    ["ForAnyValue:StringEquals"] = new()
                    {
                        ["kms:ResourceAliases"] = [names.MultiRegionKeyAlias(workload.Name, "application")],
                    },
                },
            });
        }

        return statements;
    }

    private static IEnumerable<Statement> Databases(PairIdentity pair, Names names, WorkloadSettings workload, string region, string account) =>
    [
        new()
        {
            // Secrets Manager ends an ARN with a hyphen and six random characters.
            Sid = "ReadWhereTheDatabaseIs",
            Action = ["secretsmanager:GetSecretValue"],
            Resource =
            [
                .. workload.Databases.Select(database =>
                    $"arn:aws:secretsmanager:{region}:{account}:secret:{names.DatabaseSecret(workload.Name, database.Name)}-??????"),
            ],
        },
        UseDataKey("DecryptTheSecret", ["kms:Decrypt"], names.KeyAlias(workload.Name, "data", region), "secretsmanager", region, account),
        new()
        {
            // The resource id of a cluster is random, and another one after a restore; the user is what narrows this down
            // (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html).
            Sid = "LogInToTheDatabase",
            Action = ["rds-db:connect"],
            Resource = [$"arn:aws:rds-db:{region}:{account}:dbuser:cluster-*/{DatabaseUser(pair, workload)}"],
        },
    ];

    private static IEnumerable<Statement> Tables(Names names, WorkloadSettings workload, string region, string account) =>
    [
        new()
        {
            Sid = "UseTables",
            Action =
            [
                "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
                "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem",
            ],
            Resource = [.. workload.Tables.Select(table => Arns.Table(region, account, names.Table(workload.Name, table.Name)))],
        },

        // What DynamoDB asks of whoever reads and writes, without the grant that only making a table takes
        // (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html).
        UseDataKey(
            "UseTheKeyOfTables",
            ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
            names.KeyAlias(workload.Name, "data", region),
            "dynamodb",
            region,
            account),
    ];

    private static IEnumerable<Statement> Buckets(Names names, WorkloadSettings workload, string region, string account)
    {
        var buckets = workload.Buckets.Select(bucket => names.Bucket(workload.Name, bucket.Name, region)).ToArray();
        return
        [
            new() { Sid = "ListBuckets", Action = ["s3:ListBucket"], Resource = [.. buckets.Select(Arns.Bucket)] },
            new()
            {
                Sid = "UseObjects",
                Action = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
                Resource = [.. buckets.Select(Arns.Objects)],
            },
            UseDataKey("UseTheKeyOfBuckets", ["kms:Decrypt", "kms:GenerateDataKey"], names.KeyAlias(workload.Name, "data", region), "s3", region, account),
        ];
    }

    private static Statement UseDataKey(string sid, string[] actions, string alias, string service, string region, string account) => new()
    {
        Sid = sid,
        Action = actions,
        Resource = [Arns.AnyKey(region, account)],
        Condition = PolicyDocument.KeyBehind(alias, $"{service}.{region}.amazonaws.com"),
    };
}
