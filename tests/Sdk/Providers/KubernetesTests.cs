using System.Text.Json;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Provider;
using Pulumi.Testing;
using static DrInfra.Tests.Sdk.Providers.ProviderRun;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Tests.Sdk.Providers;

public class KubernetesTests
{
    [Fact]
    public async Task Deployment_SendsItsNestedSpecAndItsKind()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Kubernetes.Apps.V1.Deployment("app", Shop()));
        Assert.Equal("kubernetes:apps/v1:Deployment", seen.Type);
        Assert.Equal("apps/v1", seen.Inputs["apiVersion"]);
        Assert.Equal("Deployment", seen.Inputs["kind"]);
        Assert.Equal("shop", At(seen.Inputs["metadata"], "labels", "app"));
        Assert.Equal(2.0, At(seen.Inputs["spec"], "replicas"));
        Assert.Equal(80.0, At(seen.Inputs["spec"], "template", "spec", "containers", 0, "ports", 0, "containerPort"));
        Assert.Equal("25%", At(seen.Inputs["spec"], "strategy", "rollingUpdate", "maxSurge"));
        Assert.Equal(1.0, At(seen.Inputs["spec"], "strategy", "rollingUpdate", "maxUnavailable"));
    }

    [Fact]
    public async Task DeploymentKind_CannotBeOverridden()
    {
        DeploymentArgs args = Shop();
        args.Kind = "Job";
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Kubernetes.Apps.V1.Deployment("app", args));
        Assert.Equal("Deployment", seen.Inputs["kind"]);
    }

    [Fact]
    public async Task DeploymentOutputs_AreReadBackTyped()
    {
        Kubernetes.Apps.V1.Deployment? app = null;
        await new ProviderRun().Run(() => app = new Kubernetes.Apps.V1.Deployment("app", Shop()));
        Kubernetes.Types.Outputs.Apps.V1.DeploymentSpec spec = await Value(app!.Spec);
        Assert.Equal(2, spec.Replicas);
        Assert.Equal(80, spec.Template.Spec.Containers[0].Ports[0].ContainerPortValue);
        Assert.Equal("25%", spec.Strategy.RollingUpdate.MaxSurge.AsT1);
        Assert.Equal(1, spec.Strategy.RollingUpdate.MaxUnavailable.AsT0);
        Assert.Equal("shop", (await Value(app.Metadata)).Labels["app"]);
    }

    [Fact]
    public async Task DeploymentOptions_CarryVersionAndAliasesOfOlderKinds()
    {
        CustomResourceOptions? seen = null;
        await new ProviderRun().Run(() => _ = new Kubernetes.Apps.V1.Deployment(
            "app", Shop(), new CustomResourceOptions { ResourceTransformations = { Record } }));
        Assert.Equal("4.34.2", seen!.Version);
        List<string> types = [];
        foreach (Input<Alias> alias in seen.Aliases)
        {
            types.Add(await Value((await Value(alias.ToOutput())).Type!.ToOutput()));
        }

        Assert.Contains("kubernetes:extensions/v1beta1:Deployment", types);

        ResourceTransformationResult? Record(ResourceTransformationArgs args)
        {
            seen = (CustomResourceOptions)args.Options;
            return null;
        }
    }

    [Fact]
    public async Task Get_ReadsByIdWithoutInputs()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = Kubernetes.Core.V1.Namespace.Get("ns", "platform"));
        Assert.Equal("platform", seen.Id);
        Assert.Equal("kubernetes:core/v1:Namespace", seen.Type);
        Assert.Empty(seen.Inputs);
    }

    [Fact]
    public async Task ResourceWithoutArguments_StillSaysItsKind()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Kubernetes.Core.V1.Namespace("ns"));
        Assert.Equal("Namespace", seen.Inputs["kind"]);
        Assert.Equal("v1", seen.Inputs["apiVersion"]);
    }

    [Fact]
    public async Task HelmRelease_SendsValuesOfAnyShape()
    {
        ProviderRun run = new() { Outputs = { ["status"] = new Dictionary<string, object> { ["name"] = "rook", ["revision"] = 3 } } };
        Release? release = null;
        MockResourceArgs seen = await run.RunOne(() => release = new Release("rook", new ReleaseArgs
        {
            Chart = "rook-ceph",
            Version = "1.18.0",
            RepositoryOpts = new RepositoryOptsArgs { Repo = "https://charts.rook.io/release" },
            Values =
            {
                ["csi"] = new Dictionary<string, object> { ["enabled"] = true, ["replicas"] = 2 },
                ["name"] = Output.Create<object>("ceph"),
            },
            ValueYamlFiles = { new StringAsset("a: 1") },
            ResourceNames = { ["Pod/v1"] = System.Collections.Immutable.ImmutableArray.Create("a") },
        }));
        Assert.Equal("kubernetes:helm.sh/v3:Release", seen.Type);
        Assert.Equal("true", seen.Inputs["compat"]);
        Assert.Equal("https://charts.rook.io/release", At(seen.Inputs["repositoryOpts"], "repo"));
        Assert.Equal(2.0, At(seen.Inputs["values"], "csi", "replicas"));
        Assert.Equal("ceph", At(seen.Inputs["values"], "name"));
        Assert.IsType<StringAsset>(List(seen.Inputs["valueYamlFiles"])[0]);
        Assert.Equal("a", At(seen.Inputs["resourceNames"], "Pod/v1", 0));
        Assert.Equal(3, (await Value(release!.Status)).Revision);
    }

    [Fact]
    public async Task HelmReleaseWithoutChart_FailsTheRunAndNamesIt()
    {
        RunException error = await Assert.ThrowsAsync<RunException>(() => new ProviderRun().Run(() => _ = new Release("rook")));
        Assert.Contains("ReleaseArgs.Chart is required but was not given a value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CustomResource_TakesItsTypeFromItsArguments()
    {
        CephCluster? cluster = null;
        MockResourceArgs seen = await new ProviderRun().RunOne(() => cluster = new CephCluster("ceph", new CephClusterArgs
        {
            Metadata = new ObjectMetaArgs { Name = "ceph", Namespace = "rook-ceph" },
            Spec = { ["dataDirHostPath"] = "/var/lib/rook" },
        }));
        Assert.Equal("kubernetes:ceph.rook.io/v1:CephCluster", seen.Type);
        Assert.Equal("ceph.rook.io/v1", seen.Inputs["apiVersion"]);
        Assert.Equal("CephCluster", seen.Inputs["kind"]);
        Assert.Equal("/var/lib/rook", At(seen.Inputs["spec"], "dataDirHostPath"));
        Assert.Equal("rook-ceph", (await Value(cluster!.Metadata)).Namespace);
        Assert.Equal("CephCluster", await Value(cluster.Kind));
    }

    [Fact]
    public async Task ProviderInputs_ThatAreNoStringsArriveAsJsonText()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Kubernetes.Provider("dr", new Kubernetes.ProviderArgs
        {
            KubeConfig = "apiVersion: v1",
            EnableServerSideApply = true,
            KubeClientSettings = new KubeClientSettingsArgs { Qps = 2.5, Burst = 10 },
        }));
        Assert.Equal("pulumi:providers:kubernetes", seen.Type);
        Assert.Equal("apiVersion: v1", seen.Inputs["kubeconfig"]);
        Assert.Equal("true", seen.Inputs["enableServerSideApply"]);
        using JsonDocument settings = JsonDocument.Parse(Assert.IsType<string>(seen.Inputs["kubeClientSettings"]));
        Assert.Equal(2.5, settings.RootElement.GetProperty("qps").GetDouble());
        Assert.Equal(10, settings.RootElement.GetProperty("burst").GetInt32());
    }

    private static DeploymentArgs Shop() => new()
    {
        Metadata = new ObjectMetaArgs { Labels = { ["app"] = "shop" } },
        Spec = new DeploymentSpecArgs
        {
            Replicas = 2,
            Selector = new LabelSelectorArgs { MatchLabels = { ["app"] = "shop" } },
            Strategy = new DeploymentStrategyArgs
            {
                RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = "25%", MaxUnavailable = 1 },
            },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = { ["app"] = "shop" } },
                Spec = new PodSpecArgs
                {
                    Containers =
                    {
                        new ContainerArgs
                        {
                            Name = "web",
                            Image = "shop:1",
                            Ports = { new ContainerPortArgs { ContainerPortValue = 80 } },
                        },
                    },
                },
            },
        },
    };
}
