namespace DrInfra.Tests.Policies.Rules.Backup.Access;

/// <summary>Resources that work through one role, in eu-west-1 of account 111122223333.</summary>
internal static class RoleGraph
{
    public static TestGraph WithRole(this TestGraph graph, string trust, string statements, string name = "role") => graph
        .Add(
            "aws:iam/role:Role", name, $$"""{ "name": "{{name}}", "assumeRolePolicy": { "Statement": [{{trust}}] } }""", id: name,
            outputs: $$"""{ "arn": "arn:aws:iam::111122223333:role/{{name}}" }""")
        .Add("aws:iam/rolePolicy:RolePolicy", $"{name}-policy", $$"""{ "role": "{{name}}", "policy": { "Statement": [{{statements}}] } }""");

    public static string Service(string principal) => $$"""{ "Effect": "Allow", "Principal": { "Service": "{{principal}}" }, "Action": "sts:AssumeRole" }""";

    public static string Allow(string resource, params string[] actions) =>
        $$"""{ "Effect": "Allow", "Action": [{{string.Join(", ", actions.Select(action => $"\"{action}\""))}}], "Resource": "{{resource}}" }""";
}
