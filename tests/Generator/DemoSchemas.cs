using System.Text.Json.Nodes;
using DrInfra.SdkGenerator.Emit;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.Tests.Generator;

/// <summary>A package 'demo' small enough to read: as an empty schema of the repository, as a compact file, and as a real schema.</summary>
internal static class DemoSchemas
{
    internal const string Empty = """
        {"package":"demo","version":"1.2.3",
        "csharp":{"rootNamespace":"Pulumi.Demo","resourceAttribute":"DemoResourceType","compatibility":"tfbridge20",
          "namespaces":{"db":"DB"}},
        "resources":[]}
        """;

    internal const string Compact = """
        {"package":"demo","version":"1.2.3",
        "csharp":{"namespaces":{"db":"DB"},"properties":{"demo:db/cluster:Cluster":{"cluster":"ClusterName"}}},
        "resources":[
        {"token":"pulumi:providers:demo","module":"index","class":"Provider",
         "inputs":[{"name":"endpoints","type":"list<ref:index/ProviderEndpoint>"},
                   {"name":"region","type":"string","default":{"env":["DEMO_REGION","REGION"]}}],
         "outputs":[{"name":"region","type":"string","optional":true}]},
        {"token":"demo:db/cluster:Cluster","module":"db","class":"Cluster","aliases":["demo:old/cluster:Cluster"],
         "secretOutputs":["password"],
         "inputs":[{"name":"cluster","type":"string"},
                   {"name":"description","type":"string","default":{"value":"Managed by Pulumi"}},
                   {"name":"engine","type":"union<string,enum:db/EngineType>","required":true},
                   {"name":"password","type":"string","secret":true},
                   {"name":"restore","type":"ref:db/ClusterRestore"},
                   {"name":"tags","type":"map<string>"},
                   {"name":"weight","type":"number","dep":true}],
         "outputs":[{"name":"arn","type":"string"},
                    {"name":"cluster","type":"string"},
                    {"name":"description","type":"string","optional":true},
                    {"name":"engine","type":"string"},
                    {"name":"members","type":"list<ref:db/ClusterMember>"},
                    {"name":"password","type":"string","optional":true},
                    {"name":"restore","type":"ref:db/ClusterRestore","optional":true},
                    {"name":"tags","type":"map<string>","optional":true},
                    {"name":"weight","type":"number","optional":true,"dep":true}],
         "state":[{"name":"arn","type":"string"},{"name":"members","type":"list<ref:db/ClusterMember>"}]},
        {"token":"demo:db/snapshot:Snapshot","module":"db","class":"Snapshot",
         "inputs":[{"name":"member","type":"ref:db/ClusterMember"}],
         "outputs":[{"name":"size","type":"integer"}],
         "state":[{"name":"size","type":"integer"}]},
        {"token":"demo:db/group:Group","module":"db","class":"Group","component":true,"inputs":[],"outputs":[]}
        ],
        "functions":[
        {"token":"demo:index/getThing:getThing","module":"index","name":"getThing",
         "args":[{"name":"count","type":"integer","required":true},{"name":"filters","type":"list<ref:index/GetThingFilter>"}],
         "result":[{"name":"count","type":"integer"},{"name":"default","type":"string","optional":true},
                   {"name":"filters","type":"list<ref:index/GetThingFilter>","optional":true}]}
        ],
        "types":{
        "db/ClusterMember":{"in":[{"name":"name","type":"string"}],"out":[{"name":"name","type":"string","optional":true}]},
        "db/ClusterRestore":{"in":[{"name":"points","type":"list<ref:db/ClusterRestorePoint>","required":true}],
                             "out":[{"name":"points","type":"list<ref:db/ClusterRestorePoint>"}]},
        "db/ClusterRestorePoint":{"in":[{"name":"at","type":"union<integer,string>"}],
                                  "out":[{"name":"at","type":"union<integer,string>","optional":true}]},
        "db/Unused":{"in":[],"out":[]},
        "index/GetThingFilter":{"in":[{"name":"values","type":"list<string>","required":true}],
                                "out":[{"name":"values","type":"list<string>"}]},
        "index/ProviderEndpoint":{"in":[{"name":"url","type":"string"}],"out":[{"name":"url","type":"string","optional":true}]}
        },
        "enums":{"db/EngineType":{"Postgres":"postgres","MySql":"my-sql"}}}
        """;

    internal const string Real = """
        {"name":"demo","version":"1.2.3",
        "meta":{"moduleFormat":"(.*)(?:/[^/]*)"},
        "language":{"csharp":{"compatibility":"tfbridge20","namespaces":{"db":"DB","other":"Other"}}},
        "provider":{
          "inputProperties":{
            "region":{"type":"string","defaultInfo":{"environment":["DEMO_REGION","REGION"]}},
            "endpoints":{"type":"array","items":{"$ref":"#/types/demo:index/ProviderEndpoint:ProviderEndpoint"}}},
          "properties":{
            "region":{"type":"string"},
            "endpoints":{"type":"array","items":{"$ref":"#/types/demo:index/ProviderEndpoint:ProviderEndpoint"}}}},
        "resources":{
          "demo:db/cluster:Cluster":{
            "description":"Prose that is left out.",
            "inputProperties":{
              "cluster":{"type":"string","language":{"csharp":{"name":"ClusterName"}}},
              "description":{"type":"string","default":"Managed by Pulumi"},
              "engine":{"oneOf":[{"type":"string"},{"$ref":"#/types/demo:db%2FengineType:EngineType"}]},
              "password":{"type":"string","secret":true},
              "restore":{"$ref":"#/types/demo:db/ClusterRestore:ClusterRestore"},
              "tags":{"type":"object","additionalProperties":{"type":"string"}},
              "weight":{"type":"number","deprecationMessage":"gone soon"}},
            "requiredInputs":["engine"],
            "properties":{
              "arn":{"type":"string"},
              "cluster":{"type":"string","language":{"csharp":{"name":"ClusterName"}}},
              "description":{"type":"string","default":"Managed by Pulumi"},
              "engine":{"type":"string"},
              "members":{"type":"array","items":{"$ref":"#/types/demo:db/ClusterMember:ClusterMember"}},
              "password":{"type":"string","secret":true},
              "restore":{"$ref":"#/types/demo:db/ClusterRestore:ClusterRestore"},
              "tags":{"type":"object","additionalProperties":{"type":"string"}},
              "weight":{"type":"number","deprecationMessage":"gone soon"}},
            "required":["arn","cluster","engine","members"],
            "stateInputs":{"properties":{
              "arn":{"type":"string"},
              "engine":{"oneOf":[{"type":"string"},{"$ref":"#/types/demo:db%2FengineType:EngineType"}]},
              "members":{"type":"array","items":{"$ref":"#/types/demo:db/ClusterMember:ClusterMember"}},
              "tags":{"type":"object","additionalProperties":{"type":"string"}}}},
            "aliases":[{"type":"demo:old/cluster:Cluster"}]},
          "demo:db/group:Group":{"isComponent":true}},
        "functions":{
          "demo:index/getThing:getThing":{
            "inputs":{"required":["count"],"properties":{
              "filters":{"type":"array","items":{"$ref":"#/types/demo:index/GetThingFilter:GetThingFilter"}},
              "count":{"type":"integer"}}},
            "outputs":{"required":["count"],"properties":{
              "filters":{"type":"array","items":{"$ref":"#/types/demo:index/GetThingFilter:GetThingFilter"}},
              "default":{"type":"string"},
              "count":{"type":"integer"}}}}},
        "types":{
          "demo:db/engineType:EngineType":{"type":"string","enum":[
            {"name":"Postgres","value":"postgres"},{"name":"MySql","value":"my-sql"}]},
          "demo:db/ClusterMember:ClusterMember":{"type":"object","properties":{"name":{"type":"string"}}},
          "demo:db/ClusterRestore:ClusterRestore":{"type":"object","required":["points"],"properties":{
            "points":{"type":"array","items":{"$ref":"#/types/demo:db/ClusterRestorePoint:ClusterRestorePoint"}}}},
          "demo:db/ClusterRestorePoint:ClusterRestorePoint":{"type":"object","properties":{
            "at":{"oneOf":[{"type":"integer"},{"type":"string"}]}}},
          "demo:index/GetThingFilter:GetThingFilter":{"type":"object","required":["values"],"properties":{
            "values":{"type":"array","items":{"type":"string"}}}},
          "demo:index/ProviderEndpoint:ProviderEndpoint":{"type":"object","properties":{"url":{"type":"string"}}}}}
        """;

    internal static PackageSchema Read(string json) => CompactFile.Read(JsonNode.Parse(json)!);

    /// <summary>A one-resource bridged package whose resource has the given inputs and outputs (JSON of the property lists).</summary>
    internal static string EmitResource(
        string inputs, string outputs = "[]", string types = "{}", string extra = "", string enums = "{}") =>
        PackageEmitter.Emit(Read($$$"""
            {"package":"demo","version":"1.2.3",
            "csharp":{"rootNamespace":"Pulumi.Demo","resourceAttribute":"DemoResourceType","compatibility":"tfbridge20",
              "namespaces":{"db":"DB"}},
            "resources":[{"token":"demo:db/thing:Thing","module":"db","class":"Thing"{{{extra}}},
              "inputs":{{{inputs}}},"outputs":{{{outputs}}}}],
            "types":{{{types}}},"enums":{{{enums}}}}
            """));
}
