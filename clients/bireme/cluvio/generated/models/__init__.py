"""Every model and enum, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aggregation_option import AggregationOption
    from .all_schema_data import AllSchemaData
    from .assignable_role import AssignableRole
    from .built_in_behavior import BuiltInBehavior
    from .color_scheme import ColorScheme
    from .connection_mode import ConnectionMode
    from .connection_test import ConnectionTest
    from .connection_test_status import ConnectionTestStatus
    from .csv_column_separator import CsvColumnSeparator
    from .csv_decimal_separator import CsvDecimalSeparator
    from .csv_quote_style import CsvQuoteStyle
    from .dashboard_arrangement import DashboardArrangement
    from .dashboard_attributes import DashboardAttributes
    from .dashboard_backup import DashboardBackup
    from .dashboard_collection import DashboardCollection
    from .dashboard_creation import DashboardCreation
    from .dashboard_creation_attributes import DashboardCreationAttributes
    from .dashboard_creation_data import DashboardCreationData
    from .dashboard_creation_data_type import DashboardCreationDataType
    from .dashboard_document import DashboardDocument
    from .dashboard_filters_config import DashboardFiltersConfig
    from .dashboard_group_attributes import DashboardGroupAttributes
    from .dashboard_group_collection import DashboardGroupCollection
    from .dashboard_group_creation import DashboardGroupCreation
    from .dashboard_group_creation_attributes import DashboardGroupCreationAttributes
    from .dashboard_group_creation_data import DashboardGroupCreationData
    from .dashboard_group_creation_data_type import DashboardGroupCreationDataType
    from .dashboard_group_creation_relationships import DashboardGroupCreationRelationships
    from .dashboard_group_document import DashboardGroupDocument
    from .dashboard_group_include import DashboardGroupInclude
    from .dashboard_group_order import DashboardGroupOrder
    from .dashboard_group_ref import DashboardGroupRef
    from .dashboard_group_ref_type import DashboardGroupRefType
    from .dashboard_group_relationships import DashboardGroupRelationships
    from .dashboard_group_resource import DashboardGroupResource
    from .dashboard_group_resource_type import DashboardGroupResourceType
    from .dashboard_group_to_many import DashboardGroupToMany
    from .dashboard_group_update import DashboardGroupUpdate
    from .dashboard_group_update_attributes import DashboardGroupUpdateAttributes
    from .dashboard_group_update_data import DashboardGroupUpdateData
    from .dashboard_group_update_data_type import DashboardGroupUpdateDataType
    from .dashboard_group_update_relationships import DashboardGroupUpdateRelationships
    from .dashboard_include import DashboardInclude
    from .dashboard_layout import DashboardLayout
    from .dashboard_layout_input import DashboardLayoutInput
    from .dashboard_layout_input_type import DashboardLayoutInputType
    from .dashboard_layout_type import DashboardLayoutType
    from .dashboard_ref import DashboardRef
    from .dashboard_ref_input import DashboardRefInput
    from .dashboard_ref_input_type import DashboardRefInputType
    from .dashboard_ref_type import DashboardRefType
    from .dashboard_relationships import DashboardRelationships
    from .dashboard_resource import DashboardResource
    from .dashboard_resource_type import DashboardResourceType
    from .dashboard_schedule_attributes import DashboardScheduleAttributes
    from .dashboard_schedule_collection import DashboardScheduleCollection
    from .dashboard_schedule_creation import DashboardScheduleCreation
    from .dashboard_schedule_creation_attributes import DashboardScheduleCreationAttributes
    from .dashboard_schedule_creation_data import DashboardScheduleCreationData
    from .dashboard_schedule_creation_data_type import DashboardScheduleCreationDataType
    from .dashboard_schedule_creation_relationships import DashboardScheduleCreationRelationships
    from .dashboard_schedule_document import DashboardScheduleDocument
    from .dashboard_schedule_include import DashboardScheduleInclude
    from .dashboard_schedule_relationships import DashboardScheduleRelationships
    from .dashboard_schedule_resource import DashboardScheduleResource
    from .dashboard_schedule_resource_type import DashboardScheduleResourceType
    from .dashboard_schedule_update import DashboardScheduleUpdate
    from .dashboard_schedule_update_attributes import DashboardScheduleUpdateAttributes
    from .dashboard_schedule_update_data import DashboardScheduleUpdateData
    from .dashboard_schedule_update_data_type import DashboardScheduleUpdateDataType
    from .dashboard_schedule_update_relationships import DashboardScheduleUpdateRelationships
    from .dashboard_sharing import DashboardSharing
    from .dashboard_sharing_link_identifier import DashboardSharingLinkIdentifier
    from .dashboard_sharing_link_identifier_type import DashboardSharingLinkIdentifierType
    from .dashboard_sharing_link_ref import DashboardSharingLinkRef
    from .dashboard_sharing_link_resource import DashboardSharingLinkResource
    from .dashboard_sharing_link_resource_attributes import DashboardSharingLinkResourceAttributes
    from .dashboard_sharing_link_resource_type import DashboardSharingLinkResourceType
    from .dashboard_sharing_link_to_many import DashboardSharingLinkToMany
    from .dashboard_status import DashboardStatus
    from .dashboard_status_data_keys import DashboardStatusDataKeys
    from .dashboard_status_filters import DashboardStatusFilters
    from .dashboard_status_query import DashboardStatusQuery
    from .dashboard_status_reports import DashboardStatusReports
    from .dashboard_to_many import DashboardToMany
    from .dashboard_to_many_input import DashboardToManyInput
    from .dashboard_to_one import DashboardToOne
    from .dashboard_to_one_input import DashboardToOneInput
    from .dashboard_to_one_or_none_input import DashboardToOneOrNoneInput
    from .dashboard_update import DashboardUpdate
    from .dashboard_update_attributes import DashboardUpdateAttributes
    from .dashboard_update_data import DashboardUpdateData
    from .dashboard_update_data_type import DashboardUpdateDataType
    from .data_format import DataFormat
    from .data_key_status import DataKeyStatus
    from .data_type import DataType
    from .database_type import DatabaseType
    from .datasource_agent_attributes import DatasourceAgentAttributes
    from .datasource_agent_collection import DatasourceAgentCollection
    from .datasource_agent_creation import DatasourceAgentCreation
    from .datasource_agent_creation_attributes import DatasourceAgentCreationAttributes
    from .datasource_agent_creation_data import DatasourceAgentCreationData
    from .datasource_agent_creation_data_type import DatasourceAgentCreationDataType
    from .datasource_agent_document import DatasourceAgentDocument
    from .datasource_agent_include import DatasourceAgentInclude
    from .datasource_agent_ref import DatasourceAgentRef
    from .datasource_agent_ref_input import DatasourceAgentRefInput
    from .datasource_agent_ref_input_type import DatasourceAgentRefInputType
    from .datasource_agent_ref_type import DatasourceAgentRefType
    from .datasource_agent_relationships import DatasourceAgentRelationships
    from .datasource_agent_resource import DatasourceAgentResource
    from .datasource_agent_resource_type import DatasourceAgentResourceType
    from .datasource_agent_to_many import DatasourceAgentToMany
    from .datasource_agent_to_many_input import DatasourceAgentToManyInput
    from .datasource_agent_update import DatasourceAgentUpdate
    from .datasource_agent_update_attributes import DatasourceAgentUpdateAttributes
    from .datasource_agent_update_data import DatasourceAgentUpdateData
    from .datasource_agent_update_data_type import DatasourceAgentUpdateDataType
    from .datasource_agent_with_secret_attributes import DatasourceAgentWithSecretAttributes
    from .datasource_agent_with_secret_document import DatasourceAgentWithSecretDocument
    from .datasource_agent_with_secret_resource import DatasourceAgentWithSecretResource
    from .datasource_agent_with_secret_resource_type import DatasourceAgentWithSecretResourceType
    from .datasource_attributes import DatasourceAttributes
    from .datasource_collection import DatasourceCollection
    from .datasource_creation import DatasourceCreation
    from .datasource_creation_attributes import DatasourceCreationAttributes
    from .datasource_creation_data import DatasourceCreationData
    from .datasource_creation_data_type import DatasourceCreationDataType
    from .datasource_creation_relationships import DatasourceCreationRelationships
    from .datasource_document import DatasourceDocument
    from .datasource_include import DatasourceInclude
    from .datasource_ref import DatasourceRef
    from .datasource_ref_input import DatasourceRefInput
    from .datasource_ref_input_type import DatasourceRefInputType
    from .datasource_ref_type import DatasourceRefType
    from .datasource_relationships import DatasourceRelationships
    from .datasource_resource import DatasourceResource
    from .datasource_resource_type import DatasourceResourceType
    from .datasource_to_many import DatasourceToMany
    from .datasource_to_one import DatasourceToOne
    from .datasource_to_one_input import DatasourceToOneInput
    from .datasource_to_one_or_none_input import DatasourceToOneOrNoneInput
    from .datasource_update import DatasourceUpdate
    from .datasource_update_attributes import DatasourceUpdateAttributes
    from .datasource_update_data import DatasourceUpdateData
    from .datasource_update_data_type import DatasourceUpdateDataType
    from .datasource_update_relationships import DatasourceUpdateRelationships
    from .dynamic_sql_filter_status import DynamicSqlFilterStatus
    from .execution_attributes import ExecutionAttributes
    from .execution_data_access import ExecutionDataAccess
    from .execution_document import ExecutionDocument
    from .execution_resource import ExecutionResource
    from .execution_resource_type import ExecutionResourceType
    from .execution_started import ExecutionStarted
    from .execution_status import ExecutionStatus
    from .execution_submission import ExecutionSubmission
    from .execution_type import ExecutionType
    from .export_job import ExportJob
    from .export_job_started import ExportJobStarted
    from .export_job_status import ExportJobStatus
    from .fault import Fault
    from .faults import Faults
    from .filter_attributes import FilterAttributes
    from .filter_collection import FilterCollection
    from .filter_control_type import FilterControlType
    from .filter_creation import FilterCreation
    from .filter_creation_attributes import FilterCreationAttributes
    from .filter_creation_data import FilterCreationData
    from .filter_creation_data_type import FilterCreationDataType
    from .filter_creation_relationships import FilterCreationRelationships
    from .filter_document import FilterDocument
    from .filter_include import FilterInclude
    from .filter_input import FilterInput
    from .filter_option_values import FilterOptionValues
    from .filter_options import FilterOptions
    from .filter_options_query import FilterOptionsQuery
    from .filter_ref import FilterRef
    from .filter_ref_input import FilterRefInput
    from .filter_ref_input_type import FilterRefInputType
    from .filter_ref_type import FilterRefType
    from .filter_relationships import FilterRelationships
    from .filter_resource import FilterResource
    from .filter_resource_type import FilterResourceType
    from .filter_status_error import FilterStatusError
    from .filter_to_many import FilterToMany
    from .filter_to_one import FilterToOne
    from .filter_to_one_or_none_input import FilterToOneOrNoneInput
    from .filter_update import FilterUpdate
    from .filter_update_attributes import FilterUpdateAttributes
    from .filter_update_data import FilterUpdateData
    from .filter_update_data_type import FilterUpdateDataType
    from .filter_update_relationships import FilterUpdateRelationships
    from .filter_value_type import FilterValueType
    from .input_parameters import InputParameters
    from .inputs_submission import InputsSubmission
    from .manual_filter_status import ManualFilterStatus
    from .report_attributes import ReportAttributes
    from .report_attributes_chart_configuration import ReportAttributesChartConfiguration
    from .report_collection import ReportCollection
    from .report_creation import ReportCreation
    from .report_creation_attributes import ReportCreationAttributes
    from .report_creation_data import ReportCreationData
    from .report_creation_data_type import ReportCreationDataType
    from .report_creation_relationships import ReportCreationRelationships
    from .report_data_access import ReportDataAccess
    from .report_data_query import ReportDataQuery
    from .report_document import ReportDocument
    from .report_include import ReportInclude
    from .report_ref import ReportRef
    from .report_ref_input import ReportRefInput
    from .report_ref_input_type import ReportRefInputType
    from .report_ref_type import ReportRefType
    from .report_relationships import ReportRelationships
    from .report_resource import ReportResource
    from .report_resource_type import ReportResourceType
    from .report_status import ReportStatus
    from .report_status_error import ReportStatusError
    from .report_to_many import ReportToMany
    from .report_to_one import ReportToOne
    from .report_to_one_or_none_input import ReportToOneOrNoneInput
    from .report_update import ReportUpdate
    from .report_update_attributes import ReportUpdateAttributes
    from .report_update_data import ReportUpdateData
    from .report_update_data_type import ReportUpdateDataType
    from .report_update_relationships import ReportUpdateRelationships
    from .result_data_field import ResultDataField
    from .result_table import ResultTable
    from .schema_access import SchemaAccess
    from .schema_column import SchemaColumn
    from .schema_table import SchemaTable
    from .share_mode import ShareMode
    from .single_schema_data import SingleSchemaData
    from .sql_alert_attachment import SqlAlertAttachment
    from .sql_alert_attributes import SqlAlertAttributes
    from .sql_alert_collection import SqlAlertCollection
    from .sql_alert_creation import SqlAlertCreation
    from .sql_alert_creation_attributes import SqlAlertCreationAttributes
    from .sql_alert_creation_data import SqlAlertCreationData
    from .sql_alert_creation_data_type import SqlAlertCreationDataType
    from .sql_alert_creation_relationships import SqlAlertCreationRelationships
    from .sql_alert_document import SqlAlertDocument
    from .sql_alert_email_condition import SqlAlertEmailCondition
    from .sql_alert_include import SqlAlertInclude
    from .sql_alert_relationships import SqlAlertRelationships
    from .sql_alert_resource import SqlAlertResource
    from .sql_alert_resource_type import SqlAlertResourceType
    from .sql_alert_result import SqlAlertResult
    from .sql_alert_result_status import SqlAlertResultStatus
    from .sql_alert_results import SqlAlertResults
    from .sql_alert_run_schedule import SqlAlertRunSchedule
    from .sql_alert_trigger_condition import SqlAlertTriggerCondition
    from .sql_alert_update import SqlAlertUpdate
    from .sql_alert_update_attributes import SqlAlertUpdateAttributes
    from .sql_alert_update_data import SqlAlertUpdateData
    from .sql_alert_update_data_type import SqlAlertUpdateDataType
    from .sql_alert_update_relationships import SqlAlertUpdateRelationships
    from .sql_snippet_attributes import SqlSnippetAttributes
    from .sql_snippet_collection import SqlSnippetCollection
    from .sql_snippet_creation import SqlSnippetCreation
    from .sql_snippet_creation_attributes import SqlSnippetCreationAttributes
    from .sql_snippet_creation_data import SqlSnippetCreationData
    from .sql_snippet_creation_data_type import SqlSnippetCreationDataType
    from .sql_snippet_creation_relationships import SqlSnippetCreationRelationships
    from .sql_snippet_document import SqlSnippetDocument
    from .sql_snippet_include import SqlSnippetInclude
    from .sql_snippet_ref import SqlSnippetRef
    from .sql_snippet_ref_input import SqlSnippetRefInput
    from .sql_snippet_ref_input_type import SqlSnippetRefInputType
    from .sql_snippet_ref_type import SqlSnippetRefType
    from .sql_snippet_relationships import SqlSnippetRelationships
    from .sql_snippet_resource import SqlSnippetResource
    from .sql_snippet_resource_type import SqlSnippetResourceType
    from .sql_snippet_to_many import SqlSnippetToMany
    from .sql_snippet_to_many_input import SqlSnippetToManyInput
    from .sql_snippet_update import SqlSnippetUpdate
    from .sql_snippet_update_attributes import SqlSnippetUpdateAttributes
    from .sql_snippet_update_data import SqlSnippetUpdateData
    from .sql_snippet_update_data_type import SqlSnippetUpdateDataType
    from .sql_snippet_update_relationships import SqlSnippetUpdateRelationships
    from .static_sql_filter_status import StaticSqlFilterStatus
    from .time_zone_config import TimeZoneConfig
    from .time_zone_mode import TimeZoneMode
    from .user_activation import UserActivation
    from .user_attributes import UserAttributes
    from .user_collection import UserCollection
    from .user_document import UserDocument
    from .user_group_attributes import UserGroupAttributes
    from .user_group_collection import UserGroupCollection
    from .user_group_creation import UserGroupCreation
    from .user_group_creation_attributes import UserGroupCreationAttributes
    from .user_group_creation_data import UserGroupCreationData
    from .user_group_creation_data_type import UserGroupCreationDataType
    from .user_group_creation_relationships import UserGroupCreationRelationships
    from .user_group_document import UserGroupDocument
    from .user_group_include import UserGroupInclude
    from .user_group_ref import UserGroupRef
    from .user_group_ref_input import UserGroupRefInput
    from .user_group_ref_input_type import UserGroupRefInputType
    from .user_group_ref_type import UserGroupRefType
    from .user_group_relationships import UserGroupRelationships
    from .user_group_resource import UserGroupResource
    from .user_group_resource_type import UserGroupResourceType
    from .user_group_to_many import UserGroupToMany
    from .user_group_to_many_input import UserGroupToManyInput
    from .user_group_update import UserGroupUpdate
    from .user_group_update_attributes import UserGroupUpdateAttributes
    from .user_group_update_data import UserGroupUpdateData
    from .user_group_update_data_type import UserGroupUpdateDataType
    from .user_group_update_relationships import UserGroupUpdateRelationships
    from .user_include import UserInclude
    from .user_invitation import UserInvitation
    from .user_list_include import UserListInclude
    from .user_ref import UserRef
    from .user_ref_input import UserRefInput
    from .user_ref_input_type import UserRefInputType
    from .user_ref_type import UserRefType
    from .user_relationships import UserRelationships
    from .user_resource import UserResource
    from .user_resource_type import UserResourceType
    from .user_role import UserRole
    from .user_to_many import UserToMany
    from .user_to_many_input import UserToManyInput
    from .user_to_one import UserToOne
    from .user_update import UserUpdate
    from .user_update_attributes import UserUpdateAttributes
    from .user_update_data import UserUpdateData
    from .user_update_data_type import UserUpdateDataType
    from .user_update_relationships import UserUpdateRelationships

__all__ = [
    "AggregationOption",
    "AllSchemaData",
    "AssignableRole",
    "BuiltInBehavior",
    "ColorScheme",
    "ConnectionMode",
    "ConnectionTest",
    "ConnectionTestStatus",
    "CsvColumnSeparator",
    "CsvDecimalSeparator",
    "CsvQuoteStyle",
    "DashboardArrangement",
    "DashboardAttributes",
    "DashboardBackup",
    "DashboardCollection",
    "DashboardCreation",
    "DashboardCreationAttributes",
    "DashboardCreationData",
    "DashboardCreationDataType",
    "DashboardDocument",
    "DashboardFiltersConfig",
    "DashboardGroupAttributes",
    "DashboardGroupCollection",
    "DashboardGroupCreation",
    "DashboardGroupCreationAttributes",
    "DashboardGroupCreationData",
    "DashboardGroupCreationDataType",
    "DashboardGroupCreationRelationships",
    "DashboardGroupDocument",
    "DashboardGroupInclude",
    "DashboardGroupOrder",
    "DashboardGroupRef",
    "DashboardGroupRefType",
    "DashboardGroupRelationships",
    "DashboardGroupResource",
    "DashboardGroupResourceType",
    "DashboardGroupToMany",
    "DashboardGroupUpdate",
    "DashboardGroupUpdateAttributes",
    "DashboardGroupUpdateData",
    "DashboardGroupUpdateDataType",
    "DashboardGroupUpdateRelationships",
    "DashboardInclude",
    "DashboardLayout",
    "DashboardLayoutInput",
    "DashboardLayoutInputType",
    "DashboardLayoutType",
    "DashboardRef",
    "DashboardRefInput",
    "DashboardRefInputType",
    "DashboardRefType",
    "DashboardRelationships",
    "DashboardResource",
    "DashboardResourceType",
    "DashboardScheduleAttributes",
    "DashboardScheduleCollection",
    "DashboardScheduleCreation",
    "DashboardScheduleCreationAttributes",
    "DashboardScheduleCreationData",
    "DashboardScheduleCreationDataType",
    "DashboardScheduleCreationRelationships",
    "DashboardScheduleDocument",
    "DashboardScheduleInclude",
    "DashboardScheduleRelationships",
    "DashboardScheduleResource",
    "DashboardScheduleResourceType",
    "DashboardScheduleUpdate",
    "DashboardScheduleUpdateAttributes",
    "DashboardScheduleUpdateData",
    "DashboardScheduleUpdateDataType",
    "DashboardScheduleUpdateRelationships",
    "DashboardSharing",
    "DashboardSharingLinkIdentifier",
    "DashboardSharingLinkIdentifierType",
    "DashboardSharingLinkRef",
    "DashboardSharingLinkResource",
    "DashboardSharingLinkResourceAttributes",
    "DashboardSharingLinkResourceType",
    "DashboardSharingLinkToMany",
    "DashboardStatus",
    "DashboardStatusDataKeys",
    "DashboardStatusFilters",
    "DashboardStatusQuery",
    "DashboardStatusReports",
    "DashboardToMany",
    "DashboardToManyInput",
    "DashboardToOne",
    "DashboardToOneInput",
    "DashboardToOneOrNoneInput",
    "DashboardUpdate",
    "DashboardUpdateAttributes",
    "DashboardUpdateData",
    "DashboardUpdateDataType",
    "DataFormat",
    "DataKeyStatus",
    "DataType",
    "DatabaseType",
    "DatasourceAgentAttributes",
    "DatasourceAgentCollection",
    "DatasourceAgentCreation",
    "DatasourceAgentCreationAttributes",
    "DatasourceAgentCreationData",
    "DatasourceAgentCreationDataType",
    "DatasourceAgentDocument",
    "DatasourceAgentInclude",
    "DatasourceAgentRef",
    "DatasourceAgentRefInput",
    "DatasourceAgentRefInputType",
    "DatasourceAgentRefType",
    "DatasourceAgentRelationships",
    "DatasourceAgentResource",
    "DatasourceAgentResourceType",
    "DatasourceAgentToMany",
    "DatasourceAgentToManyInput",
    "DatasourceAgentUpdate",
    "DatasourceAgentUpdateAttributes",
    "DatasourceAgentUpdateData",
    "DatasourceAgentUpdateDataType",
    "DatasourceAgentWithSecretAttributes",
    "DatasourceAgentWithSecretDocument",
    "DatasourceAgentWithSecretResource",
    "DatasourceAgentWithSecretResourceType",
    "DatasourceAttributes",
    "DatasourceCollection",
    "DatasourceCreation",
    "DatasourceCreationAttributes",
    "DatasourceCreationData",
    "DatasourceCreationDataType",
    "DatasourceCreationRelationships",
    "DatasourceDocument",
    "DatasourceInclude",
    "DatasourceRef",
    "DatasourceRefInput",
    "DatasourceRefInputType",
    "DatasourceRefType",
    "DatasourceRelationships",
    "DatasourceResource",
    "DatasourceResourceType",
    "DatasourceToMany",
    "DatasourceToOne",
    "DatasourceToOneInput",
    "DatasourceToOneOrNoneInput",
    "DatasourceUpdate",
    "DatasourceUpdateAttributes",
    "DatasourceUpdateData",
    "DatasourceUpdateDataType",
    "DatasourceUpdateRelationships",
    "DynamicSqlFilterStatus",
    "ExecutionAttributes",
    "ExecutionDataAccess",
    "ExecutionDocument",
    "ExecutionResource",
    "ExecutionResourceType",
    "ExecutionStarted",
    "ExecutionStatus",
    "ExecutionSubmission",
    "ExecutionType",
    "ExportJob",
    "ExportJobStarted",
    "ExportJobStatus",
    "Fault",
    "Faults",
    "FilterAttributes",
    "FilterCollection",
    "FilterControlType",
    "FilterCreation",
    "FilterCreationAttributes",
    "FilterCreationData",
    "FilterCreationDataType",
    "FilterCreationRelationships",
    "FilterDocument",
    "FilterInclude",
    "FilterInput",
    "FilterOptionValues",
    "FilterOptions",
    "FilterOptionsQuery",
    "FilterRef",
    "FilterRefInput",
    "FilterRefInputType",
    "FilterRefType",
    "FilterRelationships",
    "FilterResource",
    "FilterResourceType",
    "FilterStatusError",
    "FilterToMany",
    "FilterToOne",
    "FilterToOneOrNoneInput",
    "FilterUpdate",
    "FilterUpdateAttributes",
    "FilterUpdateData",
    "FilterUpdateDataType",
    "FilterUpdateRelationships",
    "FilterValueType",
    "InputParameters",
    "InputsSubmission",
    "ManualFilterStatus",
    "ReportAttributes",
    "ReportAttributesChartConfiguration",
    "ReportCollection",
    "ReportCreation",
    "ReportCreationAttributes",
    "ReportCreationData",
    "ReportCreationDataType",
    "ReportCreationRelationships",
    "ReportDataAccess",
    "ReportDataQuery",
    "ReportDocument",
    "ReportInclude",
    "ReportRef",
    "ReportRefInput",
    "ReportRefInputType",
    "ReportRefType",
    "ReportRelationships",
    "ReportResource",
    "ReportResourceType",
    "ReportStatus",
    "ReportStatusError",
    "ReportToMany",
    "ReportToOne",
    "ReportToOneOrNoneInput",
    "ReportUpdate",
    "ReportUpdateAttributes",
    "ReportUpdateData",
    "ReportUpdateDataType",
    "ReportUpdateRelationships",
    "ResultDataField",
    "ResultTable",
    "SchemaAccess",
    "SchemaColumn",
    "SchemaTable",
    "ShareMode",
    "SingleSchemaData",
    "SqlAlertAttachment",
    "SqlAlertAttributes",
    "SqlAlertCollection",
    "SqlAlertCreation",
    "SqlAlertCreationAttributes",
    "SqlAlertCreationData",
    "SqlAlertCreationDataType",
    "SqlAlertCreationRelationships",
    "SqlAlertDocument",
    "SqlAlertEmailCondition",
    "SqlAlertInclude",
    "SqlAlertRelationships",
    "SqlAlertResource",
    "SqlAlertResourceType",
    "SqlAlertResult",
    "SqlAlertResultStatus",
    "SqlAlertResults",
    "SqlAlertRunSchedule",
    "SqlAlertTriggerCondition",
    "SqlAlertUpdate",
    "SqlAlertUpdateAttributes",
    "SqlAlertUpdateData",
    "SqlAlertUpdateDataType",
    "SqlAlertUpdateRelationships",
    "SqlSnippetAttributes",
    "SqlSnippetCollection",
    "SqlSnippetCreation",
    "SqlSnippetCreationAttributes",
    "SqlSnippetCreationData",
    "SqlSnippetCreationDataType",
    "SqlSnippetCreationRelationships",
    "SqlSnippetDocument",
    "SqlSnippetInclude",
    "SqlSnippetRef",
    "SqlSnippetRefInput",
    "SqlSnippetRefInputType",
    "SqlSnippetRefType",
    "SqlSnippetRelationships",
    "SqlSnippetResource",
    "SqlSnippetResourceType",
    "SqlSnippetToMany",
    "SqlSnippetToManyInput",
    "SqlSnippetUpdate",
    "SqlSnippetUpdateAttributes",
    "SqlSnippetUpdateData",
    "SqlSnippetUpdateDataType",
    "SqlSnippetUpdateRelationships",
    "StaticSqlFilterStatus",
    "TimeZoneConfig",
    "TimeZoneMode",
    "UserActivation",
    "UserAttributes",
    "UserCollection",
    "UserDocument",
    "UserGroupAttributes",
    "UserGroupCollection",
    "UserGroupCreation",
    "UserGroupCreationAttributes",
    "UserGroupCreationData",
    "UserGroupCreationDataType",
    "UserGroupCreationRelationships",
    "UserGroupDocument",
    "UserGroupInclude",
    "UserGroupRef",
    "UserGroupRefInput",
    "UserGroupRefInputType",
    "UserGroupRefType",
    "UserGroupRelationships",
    "UserGroupResource",
    "UserGroupResourceType",
    "UserGroupToMany",
    "UserGroupToManyInput",
    "UserGroupUpdate",
    "UserGroupUpdateAttributes",
    "UserGroupUpdateData",
    "UserGroupUpdateDataType",
    "UserGroupUpdateRelationships",
    "UserInclude",
    "UserInvitation",
    "UserListInclude",
    "UserRef",
    "UserRefInput",
    "UserRefInputType",
    "UserRefType",
    "UserRelationships",
    "UserResource",
    "UserResourceType",
    "UserRole",
    "UserToMany",
    "UserToManyInput",
    "UserToOne",
    "UserUpdate",
    "UserUpdateAttributes",
    "UserUpdateData",
    "UserUpdateDataType",
    "UserUpdateRelationships",
]

_MODULES = {
    "AggregationOption": "aggregation_option",
    "AllSchemaData": "all_schema_data",
    "AssignableRole": "assignable_role",
    "BuiltInBehavior": "built_in_behavior",
    "ColorScheme": "color_scheme",
    "ConnectionMode": "connection_mode",
    "ConnectionTest": "connection_test",
    "ConnectionTestStatus": "connection_test_status",
    "CsvColumnSeparator": "csv_column_separator",
    "CsvDecimalSeparator": "csv_decimal_separator",
    "CsvQuoteStyle": "csv_quote_style",
    "DashboardArrangement": "dashboard_arrangement",
    "DashboardAttributes": "dashboard_attributes",
    "DashboardBackup": "dashboard_backup",
    "DashboardCollection": "dashboard_collection",
    "DashboardCreation": "dashboard_creation",
    "DashboardCreationAttributes": "dashboard_creation_attributes",
    "DashboardCreationData": "dashboard_creation_data",
    "DashboardCreationDataType": "dashboard_creation_data_type",
    "DashboardDocument": "dashboard_document",
    "DashboardFiltersConfig": "dashboard_filters_config",
    "DashboardGroupAttributes": "dashboard_group_attributes",
    "DashboardGroupCollection": "dashboard_group_collection",
    "DashboardGroupCreation": "dashboard_group_creation",
    "DashboardGroupCreationAttributes": "dashboard_group_creation_attributes",
    "DashboardGroupCreationData": "dashboard_group_creation_data",
    "DashboardGroupCreationDataType": "dashboard_group_creation_data_type",
    "DashboardGroupCreationRelationships": "dashboard_group_creation_relationships",
    "DashboardGroupDocument": "dashboard_group_document",
    "DashboardGroupInclude": "dashboard_group_include",
    "DashboardGroupOrder": "dashboard_group_order",
    "DashboardGroupRef": "dashboard_group_ref",
    "DashboardGroupRefType": "dashboard_group_ref_type",
    "DashboardGroupRelationships": "dashboard_group_relationships",
    "DashboardGroupResource": "dashboard_group_resource",
    "DashboardGroupResourceType": "dashboard_group_resource_type",
    "DashboardGroupToMany": "dashboard_group_to_many",
    "DashboardGroupUpdate": "dashboard_group_update",
    "DashboardGroupUpdateAttributes": "dashboard_group_update_attributes",
    "DashboardGroupUpdateData": "dashboard_group_update_data",
    "DashboardGroupUpdateDataType": "dashboard_group_update_data_type",
    "DashboardGroupUpdateRelationships": "dashboard_group_update_relationships",
    "DashboardInclude": "dashboard_include",
    "DashboardLayout": "dashboard_layout",
    "DashboardLayoutInput": "dashboard_layout_input",
    "DashboardLayoutInputType": "dashboard_layout_input_type",
    "DashboardLayoutType": "dashboard_layout_type",
    "DashboardRef": "dashboard_ref",
    "DashboardRefInput": "dashboard_ref_input",
    "DashboardRefInputType": "dashboard_ref_input_type",
    "DashboardRefType": "dashboard_ref_type",
    "DashboardRelationships": "dashboard_relationships",
    "DashboardResource": "dashboard_resource",
    "DashboardResourceType": "dashboard_resource_type",
    "DashboardScheduleAttributes": "dashboard_schedule_attributes",
    "DashboardScheduleCollection": "dashboard_schedule_collection",
    "DashboardScheduleCreation": "dashboard_schedule_creation",
    "DashboardScheduleCreationAttributes": "dashboard_schedule_creation_attributes",
    "DashboardScheduleCreationData": "dashboard_schedule_creation_data",
    "DashboardScheduleCreationDataType": "dashboard_schedule_creation_data_type",
    "DashboardScheduleCreationRelationships": "dashboard_schedule_creation_relationships",
    "DashboardScheduleDocument": "dashboard_schedule_document",
    "DashboardScheduleInclude": "dashboard_schedule_include",
    "DashboardScheduleRelationships": "dashboard_schedule_relationships",
    "DashboardScheduleResource": "dashboard_schedule_resource",
    "DashboardScheduleResourceType": "dashboard_schedule_resource_type",
    "DashboardScheduleUpdate": "dashboard_schedule_update",
    "DashboardScheduleUpdateAttributes": "dashboard_schedule_update_attributes",
    "DashboardScheduleUpdateData": "dashboard_schedule_update_data",
    "DashboardScheduleUpdateDataType": "dashboard_schedule_update_data_type",
    "DashboardScheduleUpdateRelationships": "dashboard_schedule_update_relationships",
    "DashboardSharing": "dashboard_sharing",
    "DashboardSharingLinkIdentifier": "dashboard_sharing_link_identifier",
    "DashboardSharingLinkIdentifierType": "dashboard_sharing_link_identifier_type",
    "DashboardSharingLinkRef": "dashboard_sharing_link_ref",
    "DashboardSharingLinkResource": "dashboard_sharing_link_resource",
    "DashboardSharingLinkResourceAttributes": "dashboard_sharing_link_resource_attributes",
    "DashboardSharingLinkResourceType": "dashboard_sharing_link_resource_type",
    "DashboardSharingLinkToMany": "dashboard_sharing_link_to_many",
    "DashboardStatus": "dashboard_status",
    "DashboardStatusDataKeys": "dashboard_status_data_keys",
    "DashboardStatusFilters": "dashboard_status_filters",
    "DashboardStatusQuery": "dashboard_status_query",
    "DashboardStatusReports": "dashboard_status_reports",
    "DashboardToMany": "dashboard_to_many",
    "DashboardToManyInput": "dashboard_to_many_input",
    "DashboardToOne": "dashboard_to_one",
    "DashboardToOneInput": "dashboard_to_one_input",
    "DashboardToOneOrNoneInput": "dashboard_to_one_or_none_input",
    "DashboardUpdate": "dashboard_update",
    "DashboardUpdateAttributes": "dashboard_update_attributes",
    "DashboardUpdateData": "dashboard_update_data",
    "DashboardUpdateDataType": "dashboard_update_data_type",
    "DataFormat": "data_format",
    "DataKeyStatus": "data_key_status",
    "DataType": "data_type",
    "DatabaseType": "database_type",
    "DatasourceAgentAttributes": "datasource_agent_attributes",
    "DatasourceAgentCollection": "datasource_agent_collection",
    "DatasourceAgentCreation": "datasource_agent_creation",
    "DatasourceAgentCreationAttributes": "datasource_agent_creation_attributes",
    "DatasourceAgentCreationData": "datasource_agent_creation_data",
    "DatasourceAgentCreationDataType": "datasource_agent_creation_data_type",
    "DatasourceAgentDocument": "datasource_agent_document",
    "DatasourceAgentInclude": "datasource_agent_include",
    "DatasourceAgentRef": "datasource_agent_ref",
    "DatasourceAgentRefInput": "datasource_agent_ref_input",
    "DatasourceAgentRefInputType": "datasource_agent_ref_input_type",
    "DatasourceAgentRefType": "datasource_agent_ref_type",
    "DatasourceAgentRelationships": "datasource_agent_relationships",
    "DatasourceAgentResource": "datasource_agent_resource",
    "DatasourceAgentResourceType": "datasource_agent_resource_type",
    "DatasourceAgentToMany": "datasource_agent_to_many",
    "DatasourceAgentToManyInput": "datasource_agent_to_many_input",
    "DatasourceAgentUpdate": "datasource_agent_update",
    "DatasourceAgentUpdateAttributes": "datasource_agent_update_attributes",
    "DatasourceAgentUpdateData": "datasource_agent_update_data",
    "DatasourceAgentUpdateDataType": "datasource_agent_update_data_type",
    "DatasourceAgentWithSecretAttributes": "datasource_agent_with_secret_attributes",
    "DatasourceAgentWithSecretDocument": "datasource_agent_with_secret_document",
    "DatasourceAgentWithSecretResource": "datasource_agent_with_secret_resource",
    "DatasourceAgentWithSecretResourceType": "datasource_agent_with_secret_resource_type",
    "DatasourceAttributes": "datasource_attributes",
    "DatasourceCollection": "datasource_collection",
    "DatasourceCreation": "datasource_creation",
    "DatasourceCreationAttributes": "datasource_creation_attributes",
    "DatasourceCreationData": "datasource_creation_data",
    "DatasourceCreationDataType": "datasource_creation_data_type",
    "DatasourceCreationRelationships": "datasource_creation_relationships",
    "DatasourceDocument": "datasource_document",
    "DatasourceInclude": "datasource_include",
    "DatasourceRef": "datasource_ref",
    "DatasourceRefInput": "datasource_ref_input",
    "DatasourceRefInputType": "datasource_ref_input_type",
    "DatasourceRefType": "datasource_ref_type",
    "DatasourceRelationships": "datasource_relationships",
    "DatasourceResource": "datasource_resource",
    "DatasourceResourceType": "datasource_resource_type",
    "DatasourceToMany": "datasource_to_many",
    "DatasourceToOne": "datasource_to_one",
    "DatasourceToOneInput": "datasource_to_one_input",
    "DatasourceToOneOrNoneInput": "datasource_to_one_or_none_input",
    "DatasourceUpdate": "datasource_update",
    "DatasourceUpdateAttributes": "datasource_update_attributes",
    "DatasourceUpdateData": "datasource_update_data",
    "DatasourceUpdateDataType": "datasource_update_data_type",
    "DatasourceUpdateRelationships": "datasource_update_relationships",
    "DynamicSqlFilterStatus": "dynamic_sql_filter_status",
    "ExecutionAttributes": "execution_attributes",
    "ExecutionDataAccess": "execution_data_access",
    "ExecutionDocument": "execution_document",
    "ExecutionResource": "execution_resource",
    "ExecutionResourceType": "execution_resource_type",
    "ExecutionStarted": "execution_started",
    "ExecutionStatus": "execution_status",
    "ExecutionSubmission": "execution_submission",
    "ExecutionType": "execution_type",
    "ExportJob": "export_job",
    "ExportJobStarted": "export_job_started",
    "ExportJobStatus": "export_job_status",
    "Fault": "fault",
    "Faults": "faults",
    "FilterAttributes": "filter_attributes",
    "FilterCollection": "filter_collection",
    "FilterControlType": "filter_control_type",
    "FilterCreation": "filter_creation",
    "FilterCreationAttributes": "filter_creation_attributes",
    "FilterCreationData": "filter_creation_data",
    "FilterCreationDataType": "filter_creation_data_type",
    "FilterCreationRelationships": "filter_creation_relationships",
    "FilterDocument": "filter_document",
    "FilterInclude": "filter_include",
    "FilterInput": "filter_input",
    "FilterOptionValues": "filter_option_values",
    "FilterOptions": "filter_options",
    "FilterOptionsQuery": "filter_options_query",
    "FilterRef": "filter_ref",
    "FilterRefInput": "filter_ref_input",
    "FilterRefInputType": "filter_ref_input_type",
    "FilterRefType": "filter_ref_type",
    "FilterRelationships": "filter_relationships",
    "FilterResource": "filter_resource",
    "FilterResourceType": "filter_resource_type",
    "FilterStatusError": "filter_status_error",
    "FilterToMany": "filter_to_many",
    "FilterToOne": "filter_to_one",
    "FilterToOneOrNoneInput": "filter_to_one_or_none_input",
    "FilterUpdate": "filter_update",
    "FilterUpdateAttributes": "filter_update_attributes",
    "FilterUpdateData": "filter_update_data",
    "FilterUpdateDataType": "filter_update_data_type",
    "FilterUpdateRelationships": "filter_update_relationships",
    "FilterValueType": "filter_value_type",
    "InputParameters": "input_parameters",
    "InputsSubmission": "inputs_submission",
    "ManualFilterStatus": "manual_filter_status",
    "ReportAttributes": "report_attributes",
    "ReportAttributesChartConfiguration": "report_attributes_chart_configuration",
    "ReportCollection": "report_collection",
    "ReportCreation": "report_creation",
    "ReportCreationAttributes": "report_creation_attributes",
    "ReportCreationData": "report_creation_data",
    "ReportCreationDataType": "report_creation_data_type",
    "ReportCreationRelationships": "report_creation_relationships",
    "ReportDataAccess": "report_data_access",
    "ReportDataQuery": "report_data_query",
    "ReportDocument": "report_document",
    "ReportInclude": "report_include",
    "ReportRef": "report_ref",
    "ReportRefInput": "report_ref_input",
    "ReportRefInputType": "report_ref_input_type",
    "ReportRefType": "report_ref_type",
    "ReportRelationships": "report_relationships",
    "ReportResource": "report_resource",
    "ReportResourceType": "report_resource_type",
    "ReportStatus": "report_status",
    "ReportStatusError": "report_status_error",
    "ReportToMany": "report_to_many",
    "ReportToOne": "report_to_one",
    "ReportToOneOrNoneInput": "report_to_one_or_none_input",
    "ReportUpdate": "report_update",
    "ReportUpdateAttributes": "report_update_attributes",
    "ReportUpdateData": "report_update_data",
    "ReportUpdateDataType": "report_update_data_type",
    "ReportUpdateRelationships": "report_update_relationships",
    "ResultDataField": "result_data_field",
    "ResultTable": "result_table",
    "SchemaAccess": "schema_access",
    "SchemaColumn": "schema_column",
    "SchemaTable": "schema_table",
    "ShareMode": "share_mode",
    "SingleSchemaData": "single_schema_data",
    "SqlAlertAttachment": "sql_alert_attachment",
    "SqlAlertAttributes": "sql_alert_attributes",
    "SqlAlertCollection": "sql_alert_collection",
    "SqlAlertCreation": "sql_alert_creation",
    "SqlAlertCreationAttributes": "sql_alert_creation_attributes",
    "SqlAlertCreationData": "sql_alert_creation_data",
    "SqlAlertCreationDataType": "sql_alert_creation_data_type",
    "SqlAlertCreationRelationships": "sql_alert_creation_relationships",
    "SqlAlertDocument": "sql_alert_document",
    "SqlAlertEmailCondition": "sql_alert_email_condition",
    "SqlAlertInclude": "sql_alert_include",
    "SqlAlertRelationships": "sql_alert_relationships",
    "SqlAlertResource": "sql_alert_resource",
    "SqlAlertResourceType": "sql_alert_resource_type",
    "SqlAlertResult": "sql_alert_result",
    "SqlAlertResultStatus": "sql_alert_result_status",
    "SqlAlertResults": "sql_alert_results",
    "SqlAlertRunSchedule": "sql_alert_run_schedule",
    "SqlAlertTriggerCondition": "sql_alert_trigger_condition",
    "SqlAlertUpdate": "sql_alert_update",
    "SqlAlertUpdateAttributes": "sql_alert_update_attributes",
    "SqlAlertUpdateData": "sql_alert_update_data",
    "SqlAlertUpdateDataType": "sql_alert_update_data_type",
    "SqlAlertUpdateRelationships": "sql_alert_update_relationships",
    "SqlSnippetAttributes": "sql_snippet_attributes",
    "SqlSnippetCollection": "sql_snippet_collection",
    "SqlSnippetCreation": "sql_snippet_creation",
    "SqlSnippetCreationAttributes": "sql_snippet_creation_attributes",
    "SqlSnippetCreationData": "sql_snippet_creation_data",
    "SqlSnippetCreationDataType": "sql_snippet_creation_data_type",
    "SqlSnippetCreationRelationships": "sql_snippet_creation_relationships",
    "SqlSnippetDocument": "sql_snippet_document",
    "SqlSnippetInclude": "sql_snippet_include",
    "SqlSnippetRef": "sql_snippet_ref",
    "SqlSnippetRefInput": "sql_snippet_ref_input",
    "SqlSnippetRefInputType": "sql_snippet_ref_input_type",
    "SqlSnippetRefType": "sql_snippet_ref_type",
    "SqlSnippetRelationships": "sql_snippet_relationships",
    "SqlSnippetResource": "sql_snippet_resource",
    "SqlSnippetResourceType": "sql_snippet_resource_type",
    "SqlSnippetToMany": "sql_snippet_to_many",
    "SqlSnippetToManyInput": "sql_snippet_to_many_input",
    "SqlSnippetUpdate": "sql_snippet_update",
    "SqlSnippetUpdateAttributes": "sql_snippet_update_attributes",
    "SqlSnippetUpdateData": "sql_snippet_update_data",
    "SqlSnippetUpdateDataType": "sql_snippet_update_data_type",
    "SqlSnippetUpdateRelationships": "sql_snippet_update_relationships",
    "StaticSqlFilterStatus": "static_sql_filter_status",
    "TimeZoneConfig": "time_zone_config",
    "TimeZoneMode": "time_zone_mode",
    "UserActivation": "user_activation",
    "UserAttributes": "user_attributes",
    "UserCollection": "user_collection",
    "UserDocument": "user_document",
    "UserGroupAttributes": "user_group_attributes",
    "UserGroupCollection": "user_group_collection",
    "UserGroupCreation": "user_group_creation",
    "UserGroupCreationAttributes": "user_group_creation_attributes",
    "UserGroupCreationData": "user_group_creation_data",
    "UserGroupCreationDataType": "user_group_creation_data_type",
    "UserGroupCreationRelationships": "user_group_creation_relationships",
    "UserGroupDocument": "user_group_document",
    "UserGroupInclude": "user_group_include",
    "UserGroupRef": "user_group_ref",
    "UserGroupRefInput": "user_group_ref_input",
    "UserGroupRefInputType": "user_group_ref_input_type",
    "UserGroupRefType": "user_group_ref_type",
    "UserGroupRelationships": "user_group_relationships",
    "UserGroupResource": "user_group_resource",
    "UserGroupResourceType": "user_group_resource_type",
    "UserGroupToMany": "user_group_to_many",
    "UserGroupToManyInput": "user_group_to_many_input",
    "UserGroupUpdate": "user_group_update",
    "UserGroupUpdateAttributes": "user_group_update_attributes",
    "UserGroupUpdateData": "user_group_update_data",
    "UserGroupUpdateDataType": "user_group_update_data_type",
    "UserGroupUpdateRelationships": "user_group_update_relationships",
    "UserInclude": "user_include",
    "UserInvitation": "user_invitation",
    "UserListInclude": "user_list_include",
    "UserRef": "user_ref",
    "UserRefInput": "user_ref_input",
    "UserRefInputType": "user_ref_input_type",
    "UserRefType": "user_ref_type",
    "UserRelationships": "user_relationships",
    "UserResource": "user_resource",
    "UserResourceType": "user_resource_type",
    "UserRole": "user_role",
    "UserToMany": "user_to_many",
    "UserToManyInput": "user_to_many_input",
    "UserToOne": "user_to_one",
    "UserUpdate": "user_update",
    "UserUpdateAttributes": "user_update_attributes",
    "UserUpdateData": "user_update_data",
    "UserUpdateDataType": "user_update_data_type",
    "UserUpdateRelationships": "user_update_relationships",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODULES])
