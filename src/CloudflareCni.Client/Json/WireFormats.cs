using System;
using System.Collections.Generic;

namespace CloudflareCni.Client;

/// <summary>The JSON formats of a client, created from the models' field tables.</summary>
internal sealed class WireFormats
{
    private readonly Dictionary<Type, object> _values = new()
    {
        [typeof(string)] = new TextFormat(),
        [typeof(Guid)] = new GuidFormat(),
        [typeof(Guid?)] = new NullableFormat<Guid>(new GuidFormat()),
        [typeof(bool)] = new BooleanFormat(),
        [typeof(bool?)] = new NullableFormat<bool>(new BooleanFormat()),
        [typeof(int)] = new Int32Format(),
        [typeof(int?)] = new NullableFormat<int>(new Int32Format()),
        [typeof(long)] = new Int64Format(),
        [typeof(long?)] = new NullableFormat<long>(new Int64Format()),
        [typeof(DateTime?)] = new NullableFormat<DateTime>(new TimeFormat()),
        [typeof(IReadOnlyList<string>)] = new TextsFormat(),
    };

    /// <summary>Initializes a new instance of the <see cref="WireFormats"/> class.</summary>
    public WireFormats()
    {
        // A nested model must come before the model that contains it.
        AddNested(CniFacility.Table);
        AddNested(CniMagicSettings.Table);
        AddNested(CniBgp.Table);
        _values[typeof(CniMagicTarget)] = new MagicTargetFormat(Of(CniMagicTarget.Table));
        AddNested(CniMagicGre.Table);
        AddNested(CniMagicHealthCheck.Table);
        AddNested(CniMagicBgp.Table);
        AddNested(CniMagicRouteScope.Table);
        Slot = Of(CniSlot.Table);
        Interconnect = Of(CniInterconnect.Table);
        Status = Of(CniInterconnectStatus.Table);
        Cni = Of(CloudflareCni.Cni.Table);
        Settings = Of(CniSettings.Table);
        MagicInterconnect = Of(CniMagicInterconnect.Table);
        MagicRoute = Of(CniMagicRoute.Table);
        Account = Of(CniAccount.Table);
        TokenState = Of(CniTokenState.Table);
        PhysicalInterconnectCreation = Of(CniPhysicalInterconnectCreation.Table);
        GcpPartnerInterconnectCreation = Of(CniGcpPartnerInterconnectCreation.Table);
    }

    /// <summary>Gets the cache for frequent strings.</summary>
    public TextCache Texts { get; } = new();

    public ModelFormat<CniSlot> Slot { get; }

    public ModelFormat<CniInterconnect> Interconnect { get; }

    public ModelFormat<CniInterconnectStatus> Status { get; }

    public ModelFormat<Cni> Cni { get; }

    public ModelFormat<CniSettings> Settings { get; }

    public ModelFormat<CniMagicInterconnect> MagicInterconnect { get; }

    public ModelFormat<CniMagicRoute> MagicRoute { get; }

    public ModelFormat<CniAccount> Account { get; }

    public ModelFormat<CniTokenState> TokenState { get; }

    private ModelFormat<CniPhysicalInterconnectCreation> PhysicalInterconnectCreation { get; }

    private ModelFormat<CniGcpPartnerInterconnectCreation> GcpPartnerInterconnectCreation { get; }

    /// <summary>Returns the body of a request to create an interconnect of either kind.</summary>
    public byte[] ToCreation(string accountId, CniInterconnectCreation creation) => creation switch
    {
        CniPhysicalInterconnectCreation physical => PhysicalInterconnectCreation.ToCreation(accountId, physical),
        CniGcpPartnerInterconnectCreation partner => GcpPartnerInterconnectCreation.ToCreation(accountId, partner),
        _ => throw new NotSupportedException(),
    };

    /// <summary>Creates the format of a model.</summary>
    public ModelFormat<T> Of<T>(FieldTable<T> table)
        where T : CniModel => new(table, new FieldFormats<T>(_values));

    private void AddNested<T>(FieldTable<T> table)
        where T : CniModel => _values[typeof(T)] = new ObjectFormat<T>(Of(table));

    private sealed class FieldFormats<T>(Dictionary<Type, object> values) : IFieldVisitor<T, FieldFormat<T>>
        where T : CniModel
    {
        public FieldFormat<T> Visit<TValue>(Field<T, TValue> field) => new FieldFormat<T, TValue>(field, (ValueFormat<TValue>)values[typeof(TValue)]);
    }
}
